-- What came before: the area's history, and its place in the plans above. Public knowledge about the area.
create table council_past (
  area_id text collate "C" not null,
  id uuid not null,
  kind text not null check (kind in ('event', 'plan')),
  fiscal_year int not null check (fiscal_year between 1868 and 2200),
  until_year int check (until_year >= fiscal_year),
  on_day date,
  text text not null check (text <> ''),
  document text not null default '',
  created_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by text,
  primary key (area_id, id)
);
select yui_guard('council_past', 'area', reads => 'yui_reaches(area_id) or deleted_at is null');
grant select, insert, update on council_past to yui_app;

-- An organisation that asks to sit in a council.
create table council_join_request (
  area_id text collate "C" not null,
  id uuid not null,
  body_id uuid not null,
  organisation text not null,
  organisation_id uuid not null,
  sector text not null,
  message text not null default '',
  email text not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  settled_at timestamptz,
  settled_by_name text,
  accepted boolean,
  primary key (area_id, id),
  foreign key (area_id, body_id) references council_body (area_id, id),
  check ((settled_at is null) = (accepted is null))
);
create unique index on council_join_request (area_id, body_id, organisation_id) where settled_at is null;
select yui_guard('council_join_request', 'area');
grant select, insert, update on council_join_request to yui_app;
