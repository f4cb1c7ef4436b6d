-- The key of each form that may act only once, with what it was answered, so that the second of two clicks gets the
-- answer of the first. Swept after two days.
create table sent_once (
  area_id text not null,
  key uuid not null,
  command text not null,
  actor text not null,
  at timestamptz not null,
  answer jsonb,
  primary key (area_id, key)
);
alter table sent_once enable row level security;
create policy own_name on sent_once using (actor = yui_actor()) with check (actor = yui_actor());
create policy sweep on sent_once for delete using (yui_reaches(area_id));
create index sent_once_at on sent_once (at);
grant select, insert, update, delete on sent_once to yui_app;
