-- Which roles somebody has where: ',organisation:role,…' in the settings of the transaction.
create function yui_works_as(organisation text, role text) returns boolean
  language sql stable parallel safe
  return coalesce(position(',' || organisation || ':' || role || ',' in current_setting('yui.roles', true)) > 0, false);

-- Who does casework for an organisation: its caseworkers, and who supervises them.
create function yui_casework(organisation text) returns boolean
  language sql stable parallel safe
  return yui_works_as(organisation, 'caseworker') or yui_works_as(organisation, 'supervisor');

-- The day in Japan: that of the app, where the transaction says so, or the clock's.
create function yui_today() returns date
  language sql stable parallel safe
  return coalesce(nullif(current_setting('yui.today', true), '')::date, (now() at time zone 'Asia/Tokyo')::date);

-- The ledger of consents. What was agreed stands in `consent` and is never changed; what became of it is a line of
-- `consent_event`, and none is changed or taken away either. The text that somebody read is kept once under its hash.
create table sensitive.consent_text (
  hash text collate "C" primary key,
  language text not null,
  body text not null
);
create table sensitive.consent (
  id uuid primary key,
  -- Whose data: the client of an office. What one office keeps of somebody is not what another keeps of them.
  person_id uuid not null,
  organisation_id uuid not null,
  -- One receiver a consent: an office here, or a name where it is none.
  partner_id uuid,
  receiver text not null,
  purpose text not null,
  classes text[] not null check (classes <> '{}'),
  employer text not null check (employer in ('nothing', 'that-consulted', 'all')),
  -- Who gives it for somebody else, and why they may.
  on_behalf text,
  on_behalf_ground text,
  way text not null check (way in ('paper', 'screen', 'telephone', 'spoken')),
  text_hash text collate "C" not null references sensitive.consent_text (hash),
  from_day date not null,
  -- The last day on which it holds.
  until_day date check (until_day >= from_day),
  -- What was only heard holds until then, and longer where it is confirmed.
  confirm_by date,
  scan_id uuid,
  -- Of who heard or took it, and when.
  heard_by text not null,
  heard_at timestamptz not null,
  check ((on_behalf is null) = (on_behalf_ground is null)),
  check ((way in ('telephone', 'spoken')) = (confirm_by is not null))
);
create index on sensitive.consent (person_id, partner_id, purpose);
create table sensitive.consent_event (
  consent_id uuid not null references sensitive.consent (id),
  -- Who comes later is newer, whatever a clock says: counted for each person, whose will is held meanwhile.
  sequence integer not null,
  step text not null check (step in ('given', 'confirmed', 'withdrawn', 'invalid', 'ended')),
  -- The same as of the consent: policies compare rows without looking elsewhere.
  person_id uuid not null,
  organisation_id uuid not null,
  partner_id uuid,
  reason text not null default '',
  by text not null,
  at timestamptz not null,
  primary key (person_id, sequence)
);
create index on sensitive.consent_event (consent_id, sequence);

-- The newest line counts of those about that person, receiver, purpose and kind of data. A consent that never counted
-- (invalid) is as if it had not been; one that was withdrawn or has run out does not bring back an earlier one.
create function yui_consents(person text, partner text, purpose text, class text) returns boolean
  language sql stable parallel safe
  return coalesce((
    select event.step in ('given', 'confirmed') and consent.from_day <= yui_today()
      and yui_today() <= coalesce(consent.until_day, 'infinity')
      and (consent.confirm_by is null or event.step = 'confirmed' or yui_today() <= consent.confirm_by)
    from sensitive.consent join sensitive.consent_event event on event.consent_id = consent.id
    where consent.person_id = person::uuid and consent.partner_id = partner::uuid
      and consent.purpose = yui_consents.purpose and yui_consents.class = any(consent.classes)
      and not exists (
        select from sensitive.consent_event invalid where invalid.consent_id = consent.id and invalid.step = 'invalid')
    order by event.sequence desc limit 1), false);

-- Whether anything at all is agreed to for that purpose.
create or replace function yui_consented(person text, organisation text, purpose text) returns boolean
  language sql stable parallel safe
  return exists (
    select from sensitive.consent, unnest(consent.classes) as class
    where consent.person_id = person::uuid and consent.partner_id = organisation::uuid
      and consent.purpose = yui_consented.purpose and yui_consents(person, organisation, yui_consented.purpose, class));

-- As before (0550), with the kind of what one office keeps of a person (organisation_id): read and written by who does
-- its casework. `holder` may name the column with the person, whose own link opens the row as well.
create or replace function yui_guard_kinds(kind text, holder text, purpose text) returns text language sql immutable as $$
  select case kind
    when 'area' then 'yui_reaches(area_id)'
    when 'facts' then 'yui_reaches(area_id)'
    when 'organisation' then 'yui_reaches(area_id) and yui_works_for(organisation_id::text)'
    when 'person' then 'person_id::text = yui_actor()'
    when 'service' then format('yui_actor() = %L', holder)
    when 'shared' then 'yui_reaches(''*'')'
    when 'pair' then 'yui_belongs_to(organisation_id::text) or yui_belongs_to(partner_id::text)'
    when 'link' then format('yui_bears(%I::text)', holder)
    when 'casework' then 'yui_casework(organisation_id::text)'
    when 'consented' then format('person_id::text = yui_actor() or (yui_belongs_to(organisation_id::text)'
      ' and yui_consented(person_id::text, organisation_id::text, %L))', purpose)
  end
$$;

select yui_guard('sensitive.consent_text', 'casework', reads => 'true', inserts => 'true', changes => 'false', deletes => 'false');
select yui_guard('sensitive.consent', 'casework',
  reads => 'yui_casework(organisation_id::text) or yui_casework(partner_id::text) or yui_bears(person_id::text)',
  changes => 'false', deletes => 'false');
select yui_guard('sensitive.consent_event', 'casework',
  reads => 'yui_casework(organisation_id::text) or yui_casework(partner_id::text) or yui_bears(person_id::text)',
  inserts => 'yui_casework(organisation_id::text) or (yui_bears(person_id::text) and step = ''withdrawn'')',
  changes => 'false', deletes => 'false');
grant select, insert on sensitive.consent_text, sensitive.consent, sensitive.consent_event to yui_sensitive;
