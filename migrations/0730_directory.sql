-- What helps in an area: each row is one service at one place, as somebody looks for it. Rows that share service_id are one
-- service at several places (decision 0073).
create table directory_resource (
  area_id text collate "C" not null,
  id uuid not null,
  service_id uuid not null,
  kind text not null,
  name text not null,
  name_key text collate "C" not null generated always as (yui_folded(name)) stored,
  kana text not null default '',
  -- Who runs it, by name, and where they are one of ours, which organisation.
  provider text not null default '',
  organisation_id uuid,
  corporate_number text not null default '',
  description text not null default '',
  topics text[] not null default '{}',
  languages text[] not null default '{}',
  fee text not null default 'unknown' check (fee in ('free', 'paid', 'insured', 'unknown')),
  fee_note text not null default '',
  -- For whom: how many work there, in which trades, insured where, living or working here.
  size_from int,
  size_to int check (size_to >= size_from),
  industries text[] not null default '{}',
  insurers text[] not null default '{}',
  residence text not null default 'any' check (residence in ('any', 'lives', 'works', 'lives_or_works')),
  eligibility text not null default '',
  -- Municipalities that it serves; none stands for the whole area.
  served text[] not null default '{}',
  phone text not null default '',
  phone_key text collate "C" not null generated always as (regexp_replace(phone, '[^0-9]', '', 'g')) stored,
  fax text not null default '',
  email text not null default '',
  website text not null default '',
  apply text not null default '',
  access text not null default '',
  postal_code text not null default '',
  address text not null default '',
  municipality text,
  latitude double precision check (latitude between 20 and 46),
  longitude double precision check (longitude between 122 and 154),
  hours jsonb not null default '{}',
  intake text not null default 'unknown' check (intake in ('open', 'waiting', 'talk', 'closed', 'unknown')),
  intake_wait text not null default 'unknown',
  -- The last day on which what was said of it holds.
  intake_until date,
  intake_by text not null default '',
  intake_on date,
  available int check (available >= 0 and available <= maximum),
  maximum int,
  -- When each group of fields was checked, and by whom; the earliest of these days beside them.
  checks jsonb not null default '{}',
  checked_on date,
  asked_on date,
  state text not null check (state in ('draft', 'listed', 'unlisted', 'withdrawn', 'merged')),
  state_reason text not null default '',
  merged_into uuid,
  published boolean not null generated always as (state = 'listed') stored,
  -- 'hand', 'import', or the programme that pushes it; source_key is its id there.
  source text not null default 'hand',
  source_key text collate "C" not null default '',
  -- What the form of a request is filled with, as the query of its address.
  ask text not null default '',
  import_id uuid,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  -- Whether what a search reads of it is as it stands.
  indexed boolean not null default false,
  primary key (area_id, id)
);
create index on directory_resource (area_id, source, source_key);
create index on directory_resource (area_id, name_key);
create index on directory_resource (area_id, phone_key) where phone_key <> '';
create index on directory_resource (area_id) where not indexed;
create index on directory_resource (service_id);
create index on directory_resource (changed_at, id) where state = 'listed';
select yui_guard('directory_resource', 'area', holder => 'id',
  reads => '(published or yui_reaches(area_id)) and yui_holds(id::text)');
grant select, insert, update on directory_resource to yui_app;

-- What was listed once and is no more: harvesters hear of it, and its old address says so. It tells nothing else of it.
create table directory_tombstone (
  area_id text collate "C" not null,
  id uuid not null,
  service_id uuid not null,
  gone_at timestamptz not null,
  moved_to uuid,
  primary key (area_id, id)
);
create index on directory_tombstone (gone_at, id);
create index on directory_tombstone (service_id);
select yui_guard('directory_tombstone', 'area', reads => 'true');
grant select, insert, update, delete on directory_tombstone to yui_app;

-- What a search reads: of each listed row the words and other marks by which it is found, and what a list and a map need.
create table directory_index (
  area_id text collate "C" not null,
  id uuid not null,
  tokens text[] collate "C" not null,
  sort_key text collate "C" not null,
  name text not null,
  kind text not null,
  hours jsonb not null,
  latitude double precision,
  longitude double precision,
  -- The last day on which it is found: what nobody has checked for long falls out.
  until date not null,
  primary key (area_id, id)
);
create index directory_index_tokens on directory_index using gin (tokens) with (fastupdate = off);
create index on directory_index (latitude, longitude);
select yui_guard('directory_index', 'area', reads => 'true');
grant select, insert, update, delete on directory_index to yui_app;

-- Keys of what bears all the marks. PostgreSQL would look into the index only after row-level security has read every row,
-- as comparing lists is not leakproof; all of these rows are public, so this function reads them past it.
create function directory_find(asked text[], on_day date, origin_lat double precision, origin_lng double precision,
    within_km double precision, most int, with_hours boolean default false)
  returns table (area_id text, id uuid, sort_key text, name text, kind text, hours jsonb,
    latitude double precision, longitude double precision, km double precision)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select one.area_id, one.id, one.sort_key, one.name, one.kind, case when with_hours then one.hours end, one.latitude, one.longitude,
      6371 * 2 * asin(sqrt(power(sin(radians(one.latitude - origin_lat) / 2), 2)
        + cos(radians(origin_lat)) * cos(radians(one.latitude)) * power(sin(radians(one.longitude - origin_lng) / 2), 2))) as km
    from directory_index one
    where one.tokens @> asked and one.until >= on_day
      and (origin_lat is null or (one.latitude between origin_lat - within_km / 111.0 and origin_lat + within_km / 111.0
        and one.longitude between origin_lng - within_km / (111.0 * cos(radians(origin_lat)))
          and origin_lng + within_km / (111.0 * cos(radians(origin_lat)))))
    limit most;
  end;
alter function directory_find(text[], date, double precision, double precision, double precision, int, boolean) owner to yui_upkeep;

-- A mistake that a reader noticed.
create table directory_report (
  area_id text collate "C" not null,
  id uuid not null,
  resource_id uuid not null,
  words text not null,
  made_at timestamptz not null,
  settled_at timestamptz,
  settled_by text not null default '',
  primary key (area_id, id),
  foreign key (area_id, resource_id) references directory_resource (area_id, id)
);
create index on directory_report (area_id, resource_id);
select yui_guard('directory_report', 'area', holder => 'resource_id');
grant select, insert, update on directory_report to yui_app;

-- Two rows that somebody looked at and found to be two.
create table directory_distinct (
  area_id text collate "C" not null,
  one_id uuid not null,
  other_id uuid not null,
  said_at timestamptz not null,
  said_by text not null,
  primary key (area_id, one_id, other_id)
);
select yui_guard('directory_distinct', 'area');
grant select, insert, delete on directory_distinct to yui_app;

-- Where towns lie, from the operator's file (位置参照情報, 大字・町丁目レベル): to measure from, and to place what has no coordinates.
create table directory_town (
  municipality text collate "C" not null,
  name text not null,
  name_key text collate "C" not null generated always as (yui_folded(name)) stored,
  latitude double precision not null,
  longitude double precision not null,
  primary key (municipality, name)
);
create index on directory_town (municipality, name_key);
select yui_guard('directory_town', 'shared');
grant select, insert, update, delete on directory_town to yui_app;
