-- The second wall, written by one function. From here on no policy is typed by hand: a new table calls yui_guard.
--
-- What a transaction reaches stands in its settings as ',a,b,' (or '*' for upkeep over all areas), so that a policy
-- compares texts without a subquery, which a distributed PostgreSQL refuses, and without making an array for each row.
create or replace function yui_reaches(area text) returns boolean
  language sql stable parallel safe
  return current_setting('yui.areas', true) = '*'
      or position(',' || area || ',' in current_setting('yui.areas', true)) > 0;

create or replace function yui_touches(area text) returns boolean
  language sql stable parallel safe
  return current_setting('yui.areas', true) = '*'
      or position(',' || area || ',' in current_setting('yui.facts', true)) > 0;

-- Whether the actor works for that organisation.
create function yui_works_for(organisation text) returns boolean
  language sql stable parallel safe
  return current_setting('yui.areas', true) = '*'
      or position(',' || organisation || ',' in current_setting('yui.organisations', true)) > 0;

-- Whether the row is of the one subject that the holder of a link reaches. True for whoever holds none.
create function yui_holds(subject text) returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('yui.holds', true), '') = ''
      or position(',' || subject || ',' in ',' || current_setting('yui.holds', true) || ',') > 0;

-- Writes all policies of a table. `kind` says whose rows they are:
--   area          of an area: read and written by who reaches it
--   facts         of an area, and public knowledge about it: read also by areas around it, and by anyone once published
--   organisation  of an organisation in an area (organisation_id): read and written by who works there
--   person        of one person (person_id), wherever they work
--   service       of one part of the system alone, named by `holder`: '<identity>'
--   shared        read by anyone, written by upkeep
-- `holder` names the column with the subject of a link: its holder reaches the rows of that subject alone.
-- `reads`, `inserts`, `changes` and `deletes` replace a condition (without a subquery). The role for upkeep and for
-- migrations that move data (`set local role yui_upkeep`) sees all rows: forced policies bind the owner as well.
create function yui_guard(
  target regclass, kind text, holder text default null, reads text default null, inserts text default null,
  changes text default null, deletes text default null
) returns void language plpgsql as $$
declare
  old record;
  own text := case kind
    when 'area' then 'yui_reaches(area_id)'
    when 'facts' then 'yui_reaches(area_id)'
    when 'organisation' then 'yui_reaches(area_id) and yui_works_for(organisation_id::text)'
    when 'person' then 'person_id::text = yui_actor()'
    when 'service' then format('yui_actor() = %L', holder)
    when 'shared' then 'yui_reaches(''*'')'
  end;
  seen text := case kind
    when 'facts' then '(published or yui_touches(area_id))'
    when 'shared' then 'true'
    else own
  end;
begin
  if own is null then raise exception 'yui_guard: no such kind: %', kind; end if;
  if kind <> 'service' and holder is not null then
    own := format('(%s) and yui_holds(%I::text)', own, holder);
    seen := format('(%s) and yui_holds(%I::text)', seen, holder);
  end if;
  if concat_ws(' ', reads, inserts, changes, deletes) ~* '\mselect\M' then
    raise exception 'yui_guard: a policy of % holds a subquery', target;
  end if;
  for old in select polname from pg_policy where polrelid = target loop
    execute format('drop policy %I on %s', old.polname, target);
  end loop;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy reads on %s for select using (%s)', target, coalesce(reads, seen));
  execute format('create policy inserts on %s for insert with check (%s)', target, coalesce(inserts, own));
  execute format('create policy changes on %s for update using (%s)', target, coalesce(changes, own));
  execute format('create policy deletes on %s for delete using (%s)', target, coalesce(deletes, own));
  execute format('create policy upkeep on %s to yui_upkeep using (true) with check (true)', target);
  execute format('grant select, insert, update, delete on %s to yui_upkeep', target);
end $$;

-- All policies go before the columns that they name are changed.
do $$
declare old record;
begin
  for old in select polname, polrelid::regclass as target from pg_policy loop
    execute format('drop policy %I on %s', old.polname, old.target);
  end loop;
end $$;
drop function yui_holds_only(uuid);
drop function support_asked_before(text, text);

-- Columns that refer to each other have one collation, or a distributed PostgreSQL refuses their tables.
do $$
declare one record;
begin
  for one in
    select c.oid::regclass as target from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attname = 'area_id' and not a.attisdropped
      and a.attcollation <> (select oid from pg_collation where collname = 'C' and collnamespace = 'pg_catalog'::regnamespace)
  loop
    execute format('alter table %s alter column area_id type text collate "C"', one.target);
  end loop;
end $$;

-- Whether somebody works in an area that is reached: then their name may be read.
create function yui_colleague(user_id text) returns boolean
  language sql stable parallel safe
  return exists (select 1 from membership where membership.user_id = yui_colleague.user_id and yui_reaches(area_id));

-- What a row of a published thing needs to be read by anyone without a look at the thing itself.
alter table organisation_area add column published boolean not null default false;
update organisation_area set published = true
from organisation where organisation.area_id = organisation_area.area_id
  and organisation.id = organisation_area.organisation_id and organisation.published;
alter table area_survey_finding add column published boolean not null default false;
update area_survey_finding set published = true
from area_survey where area_survey.area_id = area_survey_finding.area_id
  and area_survey.key = area_survey_finding.survey_key and area_survey.published;

select yui_guard(one::regclass, 'area') from unnest(string_to_array(
  'council_agenda_item council_comment council_date_answer council_date_option council_decision council_invitee '
  'council_maturity_judgement council_meeting council_member council_minutes council_minutes_approval council_paper '
  'council_report council_task import_batch import_mapping import_rejected_row mail_wish plan_activity '
  'plan_activity_file plan_activity_import plan_activity_import_change plan_comment plan_evaluation plan_evidence '
  'plan_goal plan_initiative plan_initiative_organisation plan_issue plan_measure plan_measure_value plan_pillar '
  'plan_target plan_target_value stored_file stored_file_piece support_booking support_offer_part support_sender '
  'support_text organisation_version', ' ')) as one;

select yui_guard(one::regclass, 'facts') from unnest(string_to_array(
  'activity_count age_band_ratio area_survey area_survey_finding area_target organisation organisation_area', ' ')) as one;

-- Figures are written by who touches an area: those of the prefecture come in one file with one's own.
select yui_guard('observation', 'facts', inserts => 'yui_touches(area_id)', changes => 'yui_touches(area_id)',
  deletes => 'yui_touches(area_id)');
select yui_guard('observation_history', 'area', reads => 'yui_touches(area_id)', inserts => 'yui_touches(area_id)',
  changes => 'yui_touches(area_id)');

select yui_guard(one::regclass, 'shared') from unnest(string_to_array('area area_data area_part', ' ')) as one;
select yui_guard(one::regclass, 'shared', inserts => 'yui_reaches(''jp'')', changes => 'yui_reaches(''jp'')')
from unnest(string_to_array('indicator observation_source', ' ')) as one;

-- What an area tells everybody.
select yui_guard(one::regclass, 'area', reads => 'true') from unnest(string_to_array(
  'council_board_line plan_library_entry plan_publication support_statistics_edition', ' ')) as one;
select yui_guard('council_body', 'area',
  reads => 'yui_reaches(area_id) or (deleted_at is null and kind in (''prefecture_council'', ''area_council''))');
select yui_guard('support_offer', 'area', reads => 'published or yui_reaches(area_id)');

-- What belongs to one request.
select yui_guard('support_request', 'area', holder => 'id',
  reads => '(yui_reaches(area_id) or yui_reaches(passed_to)) and yui_holds(id::text)');
select yui_guard(one::regclass, 'area', holder => 'request_id') from unnest(string_to_array(
  'support_event support_enquiry support_report support_feedback support_file support_reminder', ' ')) as one;
select yui_guard('support_waiting', 'area', inserts => 'yui_reaches(area_id) and yui_holds(request_id::text)',
  changes => 'yui_reaches(area_id) and yui_holds(request_id::text)');

-- Written under one's own name, read by the area.
select yui_guard('audit_entry', 'area', inserts => 'actor = yui_actor()');
select yui_guard('audit_chain', 'area', inserts => 'yui_actor() = ''<audit-seal>''');
select yui_guard('mail_outbox', 'area', inserts => 'written_by = yui_actor()');
select yui_guard('link', 'area', inserts => 'made_by = yui_actor()',
  reads => 'yui_reaches(area_id) or token_hash = current_setting(''yui.holds'', true)',
  changes => 'yui_reaches(area_id) or token_hash = current_setting(''yui.holds'', true)');
select yui_guard('sent_once', 'service', holder => '<sweep>', inserts => 'actor = yui_actor()',
  reads => 'actor = yui_actor() or yui_actor() = ''<sweep>''', changes => 'actor = yui_actor()');

-- People and their secrets.
select yui_guard(one::regclass, 'service', holder => '<identity>') from unnest(string_to_array(
  'identity_account identity_attempt identity_held_form identity_two_factor identity_verification', ' ')) as one;
select yui_guard(one::regclass, 'service', holder => '<identity>',
  reads => 'yui_actor() = ''<identity>'' or user_id = yui_actor()',
  deletes => 'yui_actor() = ''<identity>'' or user_id = yui_actor()')
from unnest(string_to_array('identity_passkey identity_session', ' ')) as one;
select yui_guard('identity_user', 'service', holder => '<identity>', reads =>
  'yui_actor() = ''<identity>'' or id = yui_actor() or id = current_setting(''yui.holds'', true)
    or current_setting(''yui.areas'', true) = ''*'' or yui_colleague(id)');
select yui_guard('membership', 'area',
  reads => 'yui_reaches(area_id) or user_id = yui_actor() or yui_actor() = ''<identity>''
    or user_id = current_setting(''yui.holds'', true)',
  inserts => own, changes => own, deletes => own)
from (select 'yui_reaches(area_id) or yui_actor() = ''<identity>''') as identity (own);
select yui_guard(one.target, 'area', reads => one.reads, inserts => own, changes => own, deletes => own)
from (select 'yui_reaches(area_id) or yui_actor() = ''<identity>''') as identity (own),
  (values ('invitation'::regclass, 'yui_reaches(area_id) or yui_actor() = ''<identity>'''), ('secretariat', 'true'))
    as one (target, reads);

-- Whether a workplace of that name has asked before: whoever makes a request may not look at others to find out.
create function support_asked_before(area text, key text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select from support_request where area_id = area and workplace_key = key);
alter function support_asked_before(text, text) owner to yui_upkeep;

-- The owner of the tables is bound as well; who moves data in a migration does so as yui_upkeep.
do $$
declare one text;
begin
  select string_agg(relname, ', ') into one from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
    and relname <> 'yui_migration' and not relforcerowsecurity;
  if one is not null then raise exception 'no policy was written for: %', one; end if;
end $$;
