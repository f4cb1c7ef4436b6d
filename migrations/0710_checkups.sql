-- Results of health checkups. Providers (insurers, employers) hand them over on a ground that is written down; persons
-- are known by a keyed hash alone, whose key stays with the provider.

-- Who analyses the results of an area: in the settings of the transaction its areas stand beside its organisations.
create function yui_analyses(area text) returns boolean
  language sql stable parallel safe
  return yui_reaches(area) and yui_works_as(area, 'analyst');

-- Files that tell of single persons leave nothing outside of the sensitive schema: what the common tables of imports
-- keep of them (rows to be mended, first lines) stands here. The role of this tier finds these tables first.
create table sensitive.import_batch (like public.import_batch including all);
create table sensitive.import_rejected_row (like public.import_rejected_row including all);
create table sensitive.import_change (like public.import_change including all);
alter table sensitive.import_rejected_row
  add foreign key (area_id, import_id) references sensitive.import_batch (area_id, id);
alter table sensitive.import_change
  add foreign key (area_id, import_id) references sensitive.import_batch (area_id, id);

create function yui_brings(kind text, area text) returns boolean
  language sql stable parallel safe
  return case kind when 'checkups' then yui_analyses(area) else yui_reaches(area) end;

-- Whether the transaction sees that import of the sensitive tier.
create function yui_sees_import(area text, import uuid) returns boolean
  language sql stable parallel safe
  return exists (select from sensitive.import_batch batch where batch.area_id = area and batch.id = import);

-- The service that works on imports finds them before it is held to the reach of whoever brought the file.
select yui_guard('sensitive.import_batch', 'area',
  reads => 'yui_brings(kind, area_id) or yui_actor() = ''<import>''', inserts => 'yui_brings(kind, area_id)',
  changes => 'yui_brings(kind, area_id)', deletes => 'yui_brings(kind, area_id)');
select yui_guard('sensitive.import_rejected_row', 'area',
  reads => 'yui_reaches(area_id) and yui_sees_import(area_id, import_id)',
  inserts => 'yui_reaches(area_id) and yui_sees_import(area_id, import_id)',
  changes => 'false', deletes => 'yui_reaches(area_id) and yui_sees_import(area_id, import_id)');
select yui_guard('sensitive.import_change', 'area',
  reads => 'yui_reaches(area_id) and yui_sees_import(area_id, import_id)',
  inserts => 'yui_reaches(area_id) and yui_sees_import(area_id, import_id)',
  changes => 'yui_reaches(area_id) and yui_sees_import(area_id, import_id)', deletes => 'false');
grant select, insert, update, delete on sensitive.import_batch, sensitive.import_rejected_row, sensitive.import_change
  to yui_sensitive;

-- What was agreed with a provider: without one no file comes in, and what goes out keeps to the strictest.
create table sensitive.provider_agreement (
  area_id text collate "C" not null,
  id uuid not null,
  provider text not null,
  kind text not null check (kind in ('nhi', 'late-elderly', 'employees', 'mutual', 'employer')),
  ground text not null check (ground in ('law', 'entrustment', 'joint-use', 'consent', 'anonymised')),
  -- Article, contract or notice, in words.
  ground_text text not null,
  items text[] not null check (items <> '{}'),
  -- The smallest number of persons that may be shown.
  smallest integer not null check (smallest between 10 and 1000),
  -- What the figures may be crossed with, and whether persons may be known across providers.
  combine text[] not null default '{}',
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  ended_on date,
  version integer not null default 1,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (area_id, id)
);
-- It names organisations, no person.
select yui_guard('sensitive.provider_agreement', 'area', reads => 'yui_reaches(area_id)',
  inserts => 'yui_analyses(area_id)', changes => 'yui_analyses(area_id)', deletes => 'false');
grant select, insert, update on sensitive.provider_agreement to yui_sensitive;

-- The columns of a file that were kept: what each holds, in which unit, by which code and method.
create table sensitive.checkup_column (
  area_id text collate "C" not null,
  import_id uuid not null,
  position smallint not null,
  header text not null,
  item text not null,
  unit text not null default '',
  code text not null default '',
  method text not null default '',
  primary key (area_id, import_id, position)
);
-- One checkup of one person. `raw` holds the cells of the kept columns as they came, parted by U+001F; `marks` has one
-- sign for each of them (a comparator, or the kind of nothing), `numbers` the number where there is one.
create table sensitive.checkup_record (
  area_id text collate "C" not null,
  import_id uuid not null,
  line integer not null,
  agreement_id uuid not null,
  person_key uuid not null,
  exam_day date not null,
  fiscal_year smallint not null,
  age_on_day smallint not null,
  age_at_end smallint not null,
  sex smallint not null check (sex in (1, 2)),
  kind text not null check (kind in ('specific', 'employer', 'under-40', 'voluntary', 'late-elderly')),
  municipality text collate "C" not null default '',
  workplace_size smallint not null default 0,
  industry text collate "C" not null default '',
  -- When the blood was taken, where the file says so: fasting, casual, unusable.
  meal text collate "C" not null default '',
  version smallint not null default 1,
  -- The newest version of that person's checkup of that day.
  standing boolean not null,
  -- The checkup that stands for the person's fiscal year in the counts: the first one.
  counted boolean not null,
  withdrawn boolean not null default false,
  raw text not null,
  marks text not null,
  numbers double precision[] not null,
  primary key (area_id, import_id, line),
  foreign key (area_id, agreement_id) references sensitive.provider_agreement (area_id, id)
);
create index checkup_record_person on sensitive.checkup_record (area_id, agreement_id, fiscal_year, person_key);

-- Counts of persons, one part for each import: taking an import back takes its part away.
create table sensitive.checkup_cube (
  area_id text collate "C" not null,
  import_id uuid not null,
  definition smallint not null,
  agreement_id uuid not null,
  municipality text collate "C" not null,
  fiscal_year smallint not null,
  sex smallint not null,
  age_band smallint not null,
  workplace_size smallint not null,
  industry text collate "C" not null,
  kind text collate "C" not null,
  indicator text collate "C" not null,
  examined integer not null,
  found integer not null,
  -- Of measured values, in tenths.
  sum bigint not null,
  sum_squares bigint not null,
  primary key (area_id, import_id, definition, fiscal_year, indicator, sex, age_band, municipality, workplace_size, industry, kind)
);
create index checkup_cube_year on sensitive.checkup_cube (area_id, definition, fiscal_year, indicator);

-- Questions that somebody kept, to be asked anew of next year's edition.
create table sensitive.checkup_question (
  area_id text collate "C" not null,
  id uuid not null,
  title text not null,
  question jsonb not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (area_id, id)
);

select yui_guard(one::regclass, 'area', reads => 'yui_analyses(area_id)', inserts => 'yui_analyses(area_id)',
  changes => 'yui_analyses(area_id)', deletes => 'yui_analyses(area_id)')
from unnest(string_to_array('sensitive.checkup_column sensitive.checkup_record sensitive.checkup_cube', ' ')) as one;
select yui_guard('sensitive.checkup_question', 'area');
grant select, insert, update, delete on sensitive.checkup_column, sensitive.checkup_record, sensitive.checkup_cube,
  sensitive.checkup_question to yui_sensitive;
