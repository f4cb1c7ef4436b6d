-- Organisations that support health in an area, kept under their home area. Ended, never deleted.
create table organisation (
  area_id text not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  kana text not null default '' check (length(kana) <= 120),
  -- What lists are ordered by: the reading where there is one, else the name.
  sort_key text not null,
  sector text not null,
  -- Contacts of the office, not of persons.
  desk text not null default '',
  phone text not null default '',
  fax text not null default '',
  email text not null default '',
  postal_code text not null default '',
  address text not null default '',
  website text not null default '',
  note text not null default '',
  -- Whether anyone may see name, sector, areas and public contacts.
  published boolean not null default false,
  valid_from date,
  valid_to date,
  -- Goes up with each change, so that the second of two who edit at once is told.
  version integer not null default 1,
  -- The same list loaded or sent twice comes to the same rows.
  origin text not null check (origin in ('form', 'import', 'demonstration')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (area_id, id),
  unique (area_id, name),
  check (valid_to >= valid_from)
);
create index on organisation (area_id, sort_key collate "C", id);
create index on organisation (sort_key collate "C", id);
create index on organisation (id);

-- The areas that an organisation serves, its home area included where it serves that.
create table organisation_area (
  area_id text not null,
  organisation_id uuid not null,
  served_area_id text not null,
  primary key (area_id, organisation_id, served_area_id),
  foreign key (area_id, organisation_id) references organisation (area_id, id) on delete cascade
);
create index on organisation_area (served_area_id);

-- What each change left behind: who had written what, before and after are read from neighbours.
create table organisation_version (
  area_id text not null,
  organisation_id uuid not null,
  version integer not null,
  content jsonb not null,
  at timestamptz not null,
  actor text not null,
  primary key (area_id, organisation_id, version),
  foreign key (area_id, organisation_id) references organisation (area_id, id)
);

alter table organisation enable row level security;
alter table organisation_area enable row level security;
alter table organisation_version enable row level security;
create policy organisation_read on organisation for select using (published or yui_touches(area_id));
create policy organisation_insert on organisation for insert with check (yui_reaches(area_id));
create policy organisation_update on organisation for update using (yui_reaches(area_id));
create policy organisation_area_read on organisation_area for select using (
  yui_touches(area_id) or exists (
    select 1 from organisation
    where organisation.area_id = organisation_area.area_id and organisation.id = organisation_area.organisation_id
      and organisation.published));
create policy organisation_area_insert on organisation_area for insert with check (yui_reaches(area_id));
create policy organisation_area_delete on organisation_area for delete using (yui_reaches(area_id));
create policy organisation_version_read on organisation_version for select using (yui_reaches(area_id));
create policy organisation_version_insert on organisation_version for insert with check (yui_reaches(area_id));
grant select, insert, update on organisation to yui_app;
grant select, insert, delete on organisation_area to yui_app;
grant select, insert on organisation_version to yui_app;
