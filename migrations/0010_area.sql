-- Areas are shared code lists: everyone reads them, only upkeep (which runs over all areas) writes them.
create table area (
  id text primary key,
  kind text not null check (kind in ('nation', 'prefecture', 'secondary_medical_area', 'municipality', 'ward',
    'public_health_centre_district', 'labour_standards_office_district')),
  name text not null,
  kana text,
  slug text not null unique,
  code text unique check (code ~ '^[0-9]{6}$'),
  parent_id text references area (id),
  prefecture_id text references area (id),
  -- The first and the last day on which the area exists; open where null.
  valid_from date,
  valid_to date,
  -- File of reference/ that it comes from, and whether that entry is an assumption that nobody checked yet.
  source text not null,
  assumed boolean not null,
  -- What a search compares: names, readings, codes and slug in one spelling.
  words text not null,
  check (valid_to >= valid_from)
);
create index on area (prefecture_id, kind);
create index on area (parent_id);

-- The territory of each area as the set of its smallest parts: municipalities, or the wards of a designated city.
-- Two areas meet where they share a part; that is the crosswalk between kinds.
create table area_part (
  area_id text not null references area (id),
  part_id text not null references area (id),
  valid_from date,
  valid_to date,
  primary key (area_id, part_id)
);
create index on area_part (part_id, area_id);

-- Which state of the shipped files is in the two tables above.
create table area_data (
  only_one boolean primary key default true check (only_one),
  version text not null,
  loaded_at timestamptz not null
);

alter table area enable row level security;
alter table area_part enable row level security;
alter table area_data enable row level security;
create policy area_read on area for select using (true);
create policy area_insert on area for insert with check (yui_reaches('*'));
create policy area_update on area for update using (yui_reaches('*'));
create policy area_part_read on area_part for select using (true);
create policy area_part_insert on area_part for insert with check (yui_reaches('*'));
create policy area_part_update on area_part for update using (yui_reaches('*'));
create policy area_part_delete on area_part for delete using (yui_reaches('*'));
create policy area_data_read on area_data for select using (true);
create policy area_data_insert on area_data for insert with check (yui_reaches('*'));
create policy area_data_update on area_data for update using (yui_reaches('*'));
grant select, insert, update on area, area_data to yui_app;
grant select, insert, update, delete on area_part to yui_app;
