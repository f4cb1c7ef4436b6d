-- Who did what to what, when, under which role. Append-only: the app may insert and read, never change or delete.
create table audit_entry (
  area_id text not null,
  id uuid not null,
  at timestamptz not null,
  actor text not null,
  grounds text not null,
  action text not null,
  subject_type text not null,
  subject_id text,
  person text,
  outcome text not null check (outcome in ('granted', 'refused')),
  primary key (area_id, id)
);
create index on audit_entry (area_id, at);
create index on audit_entry (area_id, person, at) where person is not null;

alter table audit_entry enable row level security;
create policy audit_entry_read on audit_entry for select using (yui_reaches(area_id));
-- Whoever acts leaves an entry, also where the area is out of reach: a refusal is the entry that matters.
create policy audit_entry_write on audit_entry for insert with check (actor = yui_actor());
grant select, insert on audit_entry to yui_app;
