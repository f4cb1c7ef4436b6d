-- Photos, flyers and other papers of an activity; as many as there are. The one column that was to hold a file was
-- never written.
create table plan_activity_file (
  area_id text not null,
  id uuid not null,
  activity_id uuid not null,
  file_id uuid not null,
  name text not null,
  added_by text not null,
  added_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by text,
  primary key (area_id, id),
  foreign key (area_id, activity_id) references plan_activity (area_id, id),
  foreign key (area_id, file_id) references stored_file (area_id, id)
);
create index on plan_activity_file (area_id, activity_id);
alter table plan_activity_file enable row level security;
create policy reach on plan_activity_file using (yui_reaches(area_id)) with check (yui_reaches(area_id));
grant select, insert, update on plan_activity_file to yui_app;

alter table plan_activity drop column file_id;
