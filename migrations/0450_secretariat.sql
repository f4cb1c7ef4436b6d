-- Which organisations are the secretariat of an area: those for which somebody holds the role of coordinator. Anybody may
-- know that, as it is where a workplace turns to; who holds the role stays in membership, which only the area reads.
-- Kept by whoever begins or ends a membership (decision 0027).
create table secretariat (
  area_id text not null,
  organisation_id uuid not null,
  since timestamptz not null,
  primary key (area_id, organisation_id)
);
alter table secretariat enable row level security;
create policy anyone_reads on secretariat for select using (true);
create policy begins on secretariat for insert
  with check (yui_reaches(area_id) or yui_actor() = '<identity>');
create policy goes_on on secretariat for update
  using (yui_reaches(area_id) or yui_actor() = '<identity>');
create policy ends on secretariat for delete
  using (yui_reaches(area_id) or yui_actor() = '<identity>');
grant select, insert, update, delete on secretariat to yui_app;

insert into secretariat (area_id, organisation_id, since)
  select area_id, organisation_id, min(since) from membership
  where role = 'coordinator' and until is null
  group by area_id, organisation_id;
