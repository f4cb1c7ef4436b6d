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
  return coalesce(current_setting('yui.holds', true), '') in ('', subject);

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
