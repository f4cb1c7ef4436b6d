-- Suicide prevention. No table here holds a person who died, a name, a way, a place or a time. What there is of a family is
-- a number and the days of steps, and of workplaces a telephone number until it was called.

-- A table of the ministry as it was taken in, for an area: a year, or a quarter of one. Replaced by a later one, never changed.
create table sensitive.prevention_edition (
  area_id text collate "C" not null,
  id uuid not null,
  year integer not null check (year between 2009 and 2200),
  quarter smallint check (quarter between 1 and 4),
  counted_by text not null check (counted_by in ('residence', 'found')),
  standing text not null check (standing in ('provisional', 'fixed')),
  sheet text not null check (sheet in ('book', 'total', 'male', 'female')),
  taken_at timestamptz not null,
  taken_by text not null,
  withdrawn boolean not null default false,
  primary key (area_id, id)
);
-- The counts of a municipality by key; null is hidden by the ministry, which is not none.
create table sensitive.prevention_figure (
  area_id text collate "C" not null,
  edition_id uuid not null,
  town text collate "C" not null,
  sex text not null check (sex in ('total', 'male', 'female')),
  counts jsonb not null,
  primary key (area_id, edition_id, town, sex),
  foreign key (area_id, edition_id) references sensitive.prevention_edition (area_id, id)
);
-- The five groups of the area's own profile, typed in for the council alone.
create table sensitive.prevention_five (
  area_id text collate "C" not null,
  rank smallint not null check (rank between 1 and 5),
  sex text not null check (sex in ('male', 'female')),
  age text not null check (age in ('20-39', '40-59', '60-')),
  work text not null check (work in ('employed', 'unemployed')),
  living text not null check (living in ('with-others', 'alone')),
  -- Fewer than ten are words and no figure: null.
  persons integer check (persons >= 10),
  until_year integer not null,
  primary key (area_id, rank)
);

-- From the examiner to the nurse: an anonymous number of an office. The person of the ledger of consents stands here as
-- long as the consent does; with a withdrawal that goes, and all days with it.
create table sensitive.prevention_path (
  id uuid primary key,
  organisation_id uuid not null,
  area_id text collate "C" not null,
  fiscal_year integer not null,
  number integer not null,
  state text not null default 'open' check (state in ('open', 'ended', 'withdrawn')),
  -- How far it came: what counts rest on, also once the days are gone.
  reached smallint not null default 1 check (reached between 1 and 4),
  person_id uuid,
  leaflet_on date,
  slip_on date,
  interview_on date,
  week_on date,
  month_on date,
  interviewers_trained boolean,
  interviewers_cared boolean,
  unique (organisation_id, fiscal_year, number),
  check (state <> 'withdrawn' or num_nonnulls(person_id, leaflet_on, slip_on, interview_on, week_on, month_on) = 0)
);
-- A sheet on which a family judges the process, until it is answered. Nothing leads from it to a number.
create table sensitive.prevention_voice_sheet (
  id uuid primary key,
  organisation_id uuid not null,
  area_id text collate "C" not null,
  fiscal_year integer not null
);
create table sensitive.prevention_voice (
  organisation_id uuid not null,
  area_id text collate "C" not null,
  fiscal_year integer not null,
  step text not null check (step in ('request', 'contact', 'interview', 'care')),
  grade smallint not null check (grade between 1 and 4),
  persons integer not null check (persons > 0),
  primary key (organisation_id, fiscal_year, step, grade)
);

-- A case conference: no case. Two texts, about services, each of which waits for a second reader.
create table sensitive.prevention_conference (
  id uuid primary key,
  organisation_id uuid not null,
  area_id text collate "C" not null,
  fiscal_year integer not null,
  number integer not null,
  month date not null check (extract(day from month) = 1),
  cases integer not null check (cases between 0 and 99),
  themes text[] not null,
  measures text not null default '',
  lesson text not null default '',
  reading text not null default 'none' check (reading in ('none', 'waiting', 'read')),
  written_by text not null,
  read_by text,
  unique (organisation_id, fiscal_year, number),
  check ((reading = 'none') = (measures = '' and lesson = '')),
  check (read_by is null or read_by <> written_by),
  check ((reading = 'read') = (read_by is not null))
);
-- Who was there, by the seat of the liaison meeting, and when that seat pledged to keep silent.
create table sensitive.prevention_attendance (
  conference_id uuid not null references sensitive.prevention_conference (id) on delete cascade,
  organisation_id uuid not null,
  seat_id uuid not null,
  pledged_on date not null,
  primary key (conference_id, seat_id)
);

-- What an office does for a measure of the national lists, by year. An answer is a word of a list.
create table sensitive.prevention_stock (
  area_id text collate "C" not null,
  organisation_id uuid not null,
  fiscal_year integer not null,
  measure text not null,
  answer text not null check (answer in ('does', 'plans', 'none')),
  progress text check (progress in ('not-begun', 'under-way', 'done')),
  primary key (area_id, organisation_id, fiscal_year, measure)
);
-- The initiative of the plan that a gap became.
create table sensitive.prevention_planned (
  area_id text collate "C" not null,
  fiscal_year integer not null,
  measure text not null,
  initiative_id uuid not null,
  primary key (area_id, fiscal_year, measure)
);

-- A workplace asks for a call, and tells no topic.
create table sensitive.prevention_call (
  id uuid primary key,
  area_id text collate "C" not null,
  phone bytea,
  reach text not null check (reach in ('any', 'morning', 'afternoon', 'evening')),
  asked_on date not null,
  called_on date,
  check ((phone is null) = (called_on is not null))
);
-- That somebody called a number of the list and found it right.
create table sensitive.prevention_hotline_check (
  area_id text collate "C" not null,
  hotline text not null,
  checked_on date not null,
  checked_by text not null,
  primary key (area_id, hotline)
);

-- A group of bereaved families on its way to itself, and whether its dates may be told.
create table sensitive.prevention_group (
  area_id text collate "C" not null,
  organisation_id uuid not null,
  wish text not null check (wish in ('silent', 'phone', 'dates')),
  facilitators integer not null default 0 check (facilitators between 0 and 99),
  place_on date,
  money_on date,
  first_on date,
  own_on date,
  primary key (area_id, organisation_id)
);
-- Gatekeepers trained at an event, by district.
create table sensitive.prevention_trained (
  area_id text collate "C" not null,
  id uuid not null,
  event_id uuid not null,
  district text collate "C" not null,
  kind text not null check (kind in ('welfare_commissioner', 'health_promoter', 'staff', 'workplace', 'resident')),
  held_on date not null,
  minutes integer not null check (minutes between 1 and 100000),
  persons integer not null check (persons between 1 and 100000),
  primary key (area_id, id)
);

-- Whether who acts holds a sheet of that office.
create function yui_prevention_voice(organisation uuid) returns boolean
  language sql stable parallel safe
  return exists (select from sensitive.prevention_voice_sheet one
      where one.organisation_id = organisation and yui_bears(one.id::text));
-- Who keeps case conferences of an office.
create function yui_prevention_closed(organisation text) returns boolean
  language sql stable parallel safe
  return yui_works_as(organisation, 'coordinator') or yui_works_as(organisation, 'supervisor');

select yui_guard(one::regclass, 'area', deletes => 'false') from unnest(string_to_array(
  'sensitive.prevention_edition sensitive.prevention_figure sensitive.prevention_planned', ' ')) as one;
select yui_guard(one::regclass, 'area') from unnest(string_to_array(
  'sensitive.prevention_five sensitive.prevention_trained', ' ')) as one;
select yui_guard('sensitive.prevention_path', 'casework', deletes => 'false');
select yui_guard('sensitive.prevention_voice_sheet', 'casework',
  reads => 'yui_casework(organisation_id::text) or yui_bears(id::text)', changes => 'false',
  deletes => 'yui_casework(organisation_id::text) or yui_bears(id::text)');
select yui_guard('sensitive.prevention_voice', 'casework', reads => own, inserts => own, changes => own, deletes => 'false')
from (select 'yui_casework(organisation_id::text) or yui_prevention_voice(organisation_id)') as office (own);
select yui_guard(one::regclass, 'casework', reads => own, inserts => own, changes => own, deletes => own)
from (select 'yui_prevention_closed(organisation_id::text)') as office (own), unnest(string_to_array(
  'sensitive.prevention_conference sensitive.prevention_attendance', ' ')) as one;
select yui_guard('sensitive.prevention_stock', 'area', inserts => own, changes => own, deletes => own)
from (select 'yui_reaches(area_id) and yui_works_for(organisation_id::text)') as office (own);
select yui_guard('sensitive.prevention_call', 'area', service => '<prevention-upkeep>');
select yui_guard('sensitive.prevention_hotline_check', 'area', reads => 'true');
select yui_guard('sensitive.prevention_group', 'area', reads => 'yui_reaches(area_id) or wish <> ''silent''');

grant select, insert, update on sensitive.prevention_edition, sensitive.prevention_path, sensitive.prevention_voice,
  sensitive.prevention_hotline_check, sensitive.prevention_group to yui_sensitive;
grant select, insert on sensitive.prevention_figure, sensitive.prevention_planned to yui_sensitive;
grant select, insert, update, delete on sensitive.prevention_five, sensitive.prevention_voice_sheet,
  sensitive.prevention_conference, sensitive.prevention_attendance, sensitive.prevention_stock, sensitive.prevention_call,
  sensitive.prevention_trained to yui_sensitive;
