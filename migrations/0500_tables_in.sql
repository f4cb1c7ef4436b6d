-- The imports of every module stand in the same tables (src/platform/tables): the file and its state, the rows to be
-- mended, the columns known from the last file, and what rows told before an import changed them.
alter table import_batch
  add column kind text not null default 'indicators' collate "C",
  -- The line of the file on which its rows begin; null where they begin behind the first line that is not empty.
  add column body_line bigint,
  -- Rows that are read and tell nothing: notes under the table, units under the header, rows without a figure.
  add column rows_skipped bigint not null default 0,
  -- Who took it back, or brought it back.
  add column state_by text;
alter table import_batch alter column kind drop default;
create index on import_batch (area_id, kind, id desc);

alter table import_mapping add column kind text not null default 'indicators' collate "C";
alter table import_mapping alter column kind drop default;
alter table import_mapping drop constraint import_mapping_pkey;
alter table import_mapping add primary key (area_id, kind, header_sha256);

-- What a row told before an import changed it, and what that import had told, once it was taken back. A row that the
-- import made tells nothing before.
create table import_change (
  area_id text not null collate "C",
  import_id uuid not null,
  row_id uuid not null,
  before jsonb,
  after jsonb,
  primary key (area_id, import_id, row_id),
  foreign key (area_id, import_id) references import_batch (area_id, id)
);
select yui_guard('import_change', 'area');
grant select, insert, update on import_change to yui_app;

-- The imports of past activities had tables of their own.
set local role yui_upkeep;
insert into import_batch (area_id, id, kind, created_by, created_at, reach, file_name, file_bytes, file_sha256, state,
  state_since, state_by, choices, rows_read, rows_new, rows_changed, changes)
select area_id, id, 'activities', imported_by, imported_at, array[area_id], coalesce(file_name, ''), 0, '',
  case when deleted_at is null then 'done' else 'withdrawn' end, coalesce(deleted_at, imported_at), deleted_by, '{}',
  added + changed, added, changed,
  jsonb_build_object('rows', '[]'::jsonb, 'from', first_year, 'to', last_year)
from plan_activity_import;
insert into import_change (area_id, import_id, row_id, before, after)
select area_id, import_id, activity_id, before, after from plan_activity_import_change;
set local role yui_owner;
alter table plan_activity drop constraint plan_activity_area_id_import_id_fkey;
alter table plan_activity add foreign key (area_id, import_id) references import_batch (area_id, id);
drop table plan_activity_import_change;
drop table plan_activity_import;
