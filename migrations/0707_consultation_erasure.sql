-- Cases whose time is over lose everything but what counts are made of: their row stays, without a person.
alter table sensitive.consultation_case add column erased_on date;
create index on sensitive.consultation_case (organisation_id, closed_on) where state = 'closed' and erased_on is null;

-- For how many years an office keeps a case after it was closed.
create table sensitive.consultation_setting (
  organisation_id uuid primary key,
  years_kept integer not null check (years_kept between 3 and 30),
  changed_by text not null,
  changed_at timestamptz not null
);
select yui_guard('sensitive.consultation_setting', 'casework',
  inserts => 'yui_works_as(organisation_id::text, ''supervisor'')',
  changes => 'yui_works_as(organisation_id::text, ''supervisor'')', deletes => 'false');
grant select, insert, update on sensitive.consultation_setting to yui_sensitive;

-- What was to be deleted, by whose order, and what was: counts alone.
create table sensitive.erasure_run (
  id uuid primary key,
  organisation_id uuid not null,
  area_id text collate "C" not null,
  -- Cases closed before that day.
  closed_before date not null,
  expected integer not null,
  ordered_by text not null,
  ordered_at timestamptz not null,
  erased integer not null default 0,
  -- By fiscal year: how many cases and contacts there were.
  counts jsonb not null default '{}',
  done_at timestamptz
);
create index on sensitive.erasure_run (organisation_id, ordered_at);
select yui_guard('sensitive.erasure_run', 'casework',
  inserts => 'yui_works_as(organisation_id::text, ''supervisor'') or yui_actor() = ''<consultation-upkeep>''',
  changes => 'yui_actor() = ''<consultation-upkeep>''', deletes => 'false');
grant select, insert, update on sensitive.erasure_run to yui_sensitive;

-- The run works by itself, once somebody who supervises has ordered it.
select yui_service_may(one::regclass, '<consultation-upkeep>', 'select') from unnest(string_to_array(
  'sensitive.client sensitive.client_judgement sensitive.consultation_case sensitive.case_contact sensitive.case_event '
  'sensitive.referral sensitive.referral_item sensitive.referral_event sensitive.shared_note sensitive.person_look '
  'sensitive.appointment sensitive.support_plan sensitive.support_plan_member sensitive.consultation_setting '
  'sensitive.erasure_run', ' ')) as one;
select yui_service_may(one::regclass, '<consultation-upkeep>', 'update') from unnest(string_to_array(
  'sensitive.client sensitive.consultation_case', ' ')) as one;
select yui_service_may(one::regclass, '<consultation-upkeep>', 'delete') from unnest(string_to_array(
  'sensitive.client sensitive.client_judgement sensitive.case_contact sensitive.case_event sensitive.referral_item '
  'sensitive.referral_event sensitive.shared_note sensitive.person_look sensitive.appointment '
  'sensitive.support_plan_member', ' ')) as one;
select yui_service_may('sensitive.case_event', '<consultation-upkeep>', 'insert');
grant delete on sensitive.client, sensitive.client_judgement, sensitive.case_contact, sensitive.case_event,
  sensitive.referral_item, sensitive.referral_event, sensitive.shared_note, sensitive.person_look, sensitive.appointment,
  sensitive.support_plan_member to yui_sensitive;
