-- An import of past years' activities is taken back as a whole. Each activity knows the import that wrote it last; who
-- changes it by hand makes it the office's own, and no import takes it back.
create table plan_activity_import (
  area_id text not null,
  id uuid not null,
  -- Null where a table was pasted, and of imports from before this was kept.
  file_name text,
  first_year int not null,
  last_year int not null,
  added int not null,
  changed int not null,
  imported_by text not null,
  imported_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by text,
  primary key (area_id, id)
);
create index on plan_activity_import (area_id, imported_at desc, id desc);

alter table plan_activity
  add column import_id uuid,
  add foreign key (area_id, import_id) references plan_activity_import (area_id, id);
create index on plan_activity (area_id, import_id) where import_id is not null;

-- What an activity told before an import changed it; and what that import had told, once it was taken back.
create table plan_activity_import_change (
  area_id text not null,
  import_id uuid not null,
  activity_id uuid not null,
  before jsonb not null,
  after jsonb,
  primary key (area_id, import_id, activity_id),
  foreign key (area_id, import_id) references plan_activity_import (area_id, id),
  foreign key (area_id, activity_id) references plan_activity (area_id, id)
);

alter table plan_activity_import enable row level security;
alter table plan_activity_import_change enable row level security;
create policy reach on plan_activity_import using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on plan_activity_import_change using (yui_reaches(area_id)) with check (yui_reaches(area_id));
grant select, insert on plan_activity_import, plan_activity_import_change to yui_app;
grant update (deleted_at, deleted_by) on plan_activity_import to yui_app;
grant update (after) on plan_activity_import_change to yui_app;

-- Imports from before are told by who sent them and when; what was changed since stays out of them.
insert into plan_activity_import
  (area_id, id, first_year, last_year, added, changed, imported_by, imported_at)
select area_id, gen_random_uuid(), min(fiscal_year), max(fiscal_year), count(*), 0, entered_by, entered_at
from plan_activity where source = 'csv' group by area_id, entered_by, entered_at;
update plan_activity activity set import_id = import.id
from plan_activity_import import
where activity.area_id = import.area_id and activity.source = 'csv' and activity.changed_at is null
  and activity.entered_by = import.imported_by and activity.entered_at = import.imported_at;
