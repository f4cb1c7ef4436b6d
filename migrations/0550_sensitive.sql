-- The tables that hold named persons stand in a schema of their own, which the role that serves requests does not enter:
-- only yui_sensitive does, a role that yui_app can't become (src/platform/db/roles.ts).
create schema sensitive;
revoke all on schema sensitive from public;
grant usage on schema sensitive to yui_sensitive;
grant usage, create on schema sensitive to yui_upkeep;

-- Whether the actor works for that organisation, and nothing else: what runs over every area has no part in a person's rows.
create function yui_belongs_to(organisation text) returns boolean
  language sql stable parallel safe
  return coalesce(position(',' || organisation || ',' in current_setting('yui.organisations', true)) > 0, false);

-- Whether who acts holds the link to that very subject.
create function yui_bears(subject text) returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('yui.holds', true) = subject, false);

-- Whether that person agreed that the organisation sees what is for that purpose. The module of consent replaces this
-- function; until then nobody has agreed to anything.
create function yui_consented(person text, organisation text, purpose text) returns boolean
  language sql stable parallel safe
  return false;

-- As before (0490), with the kinds that rows of named persons need. They know no '*': a service that works on them is
-- named by `service`, and every table says who else there is.
--   pair       of two organisations (organisation_id, partner_id): read and written by who works for either
--   link       of the subject of a link (`holder`): read and written by who holds that link
--   consented  of one person (person_id) at one organisation (organisation_id): the person's own, and of who works there
--              as long as the person consents for that `purpose`
create function yui_guard_kinds(kind text, holder text, purpose text) returns text language sql immutable as $$
  select case kind
    when 'area' then 'yui_reaches(area_id)'
    when 'facts' then 'yui_reaches(area_id)'
    when 'organisation' then 'yui_reaches(area_id) and yui_works_for(organisation_id::text)'
    when 'person' then 'person_id::text = yui_actor()'
    when 'service' then format('yui_actor() = %L', holder)
    when 'shared' then 'yui_reaches(''*'')'
    when 'pair' then 'yui_belongs_to(organisation_id::text) or yui_belongs_to(partner_id::text)'
    when 'link' then format('yui_bears(%I::text)', holder)
    when 'consented' then format('person_id::text = yui_actor() or (yui_belongs_to(organisation_id::text)'
      ' and yui_consented(person_id::text, organisation_id::text, %L))', purpose)
  end
$$;

drop function yui_guard(regclass, text, text, text, text, text, text);
create function yui_guard(
  target regclass, kind text, holder text default null, reads text default null, inserts text default null,
  changes text default null, deletes text default null, purpose text default null, service text default null
) returns void language plpgsql as $$
declare
  old record;
  own text := yui_guard_kinds(kind, holder, purpose);
  seen text := case kind
    when 'facts' then '(published or yui_touches(area_id))'
    when 'shared' then 'true'
    else own
  end;
begin
  if own is null then raise exception 'yui_guard: no such kind, or a part is missing: %', kind; end if;
  if kind not in ('service', 'link') and holder is not null then
    own := format('(%s) and yui_holds(%I::text)', own, holder);
    seen := format('(%s) and yui_holds(%I::text)', seen, holder);
  end if;
  if service is not null then
    own := format('(%s) or yui_actor() = %L', own, service);
    seen := format('(%s) or yui_actor() = %L', seen, service);
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
