-- Surveys of workplaces and of who works there. An answer of a workplace stands under the unit of its frame; one of a
-- worker stands alone: no code, no time, no way back to a workplace.

-- Who runs the surveys of an office: its secretariat, and what fills a store with samples.
create function yui_surveys(organisation text) returns boolean
  language sql stable parallel safe
  return yui_works_as(organisation, 'coordinator') or yui_actor() = '<demonstration>';

create table sensitive.survey (
  id uuid primary key,
  organisation_id uuid not null,
  area_id text collate "C" not null,
  title text not null,
  kind text not null check (kind in ('workplace', 'worker', 'hearing')),
  fiscal_year integer not null,
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  -- What is said first to who answers, and who asks.
  lead text not null default '',
  sender text not null default '',
  anonymous boolean not null,
  -- Whether the members of the council may read the draft and comment on it.
  shared boolean not null default false,
  -- Of a survey of workers: the one of their workplaces.
  partner_id uuid references sensitive.survey (id),
  -- The wave before.
  previous_id uuid references sensitive.survey (id),
  questionnaire jsonb not null,
  -- The tables that are made of it: question by up to two others.
  tables jsonb not null default '[]',
  -- How the sample was drawn: way, seed, sizes.
  sampling jsonb,
  -- With the first answer its questions stand still.
  locked boolean not null default false,
  -- How many codes were given, and how many came back as an answer.
  codes integer not null default 0,
  spent integer not null default 0,
  -- Up to which step answers were put into columns, and how many they were.
  step integer not null default 0,
  stepped integer not null default 0,
  opened_on date,
  closes_on date,
  closed_on date,
  made_by text not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  check (kind <> 'worker' or anonymous)
);
create index on sensitive.survey (organisation_id, fiscal_year desc, id);

-- A workplace of the frame.
create table sensitive.survey_unit (
  id uuid primary key,
  organisation_id uuid not null,
  survey_id uuid not null references sensitive.survey (id),
  number integer not null,
  name text not null,
  contact text not null default '',
  postal_code text not null default '',
  address text not null default '',
  email text not null default '',
  phone text not null default '',
  size_class text not null default '',
  industry text not null default '',
  town text not null default '',
  stratum text not null default '',
  workers integer check (workers >= 0),
  sampled boolean not null default false,
  way text not null default 'letter' check (way in ('mail', 'letter', 'handed', 'telephone', 'visit')),
  disposition text not null default 'none'
    check (disposition in ('none', 'complete', 'partial', 'refused', 'undeliverable', 'closed')),
  sent_on date,
  reminded date[] not null default '{}',
  unique (survey_id, number)
);
create index on sensitive.survey_unit (survey_id, disposition) where sampled;

create table sensitive.survey_answer (
  id uuid primary key,
  organisation_id uuid not null,
  survey_id uuid not null references sensitive.survey (id),
  -- Null where the survey is anonymous.
  unit_id uuid references sensitive.survey_unit (id),
  -- Whose answers belong together, by a number that stands nowhere in the frame.
  cluster integer,
  source text not null check (source in ('web', 'paper')),
  state text not null check (state in ('draft', 'partial', 'complete')),
  -- Of two answers of one unit the first complete one counts.
  counted boolean not null default true,
  answers jsonb not null,
  -- Written anew with the answers of others, so that neither place nor transaction tells when one came.
  mixed integer not null default 0,
  unique (unit_id, source)
);
create index on sensitive.survey_answer (survey_id, id);

create table sensitive.survey_code (
  code_hash text collate "C" primary key,
  organisation_id uuid not null,
  survey_id uuid not null references sensitive.survey (id),
  cluster integer not null
);
create index on sensitive.survey_code (survey_id);

-- What was keyed from a sheet, once and once more.
create table sensitive.survey_paper (
  id uuid primary key,
  organisation_id uuid not null,
  survey_id uuid not null references sensitive.survey (id),
  -- The unit, or the hash of a worker's code.
  sheet text collate "C" not null,
  entry smallint not null check (entry in (1, 2)),
  answers jsonb not null,
  entered_by text not null,
  unique (survey_id, sheet, entry)
);

-- Answers by question, as they stood at a step: a column of codes for each.
create table sensitive.survey_column (
  survey_id uuid not null references sensitive.survey (id),
  step integer not null,
  name text collate "C" not null,
  organisation_id uuid not null,
  data bytea not null,
  primary key (survey_id, step, name)
);
alter table sensitive.survey_column alter column data set storage external;

-- The tables of a survey as they were made; apart from them, for the office alone, the counts behind them, beside which
-- the next ones are suppressed.
create table sensitive.survey_edition (
  survey_id uuid not null references sensitive.survey (id),
  number integer not null,
  organisation_id uuid not null,
  made_at timestamptz not null,
  content text not null,
  facts jsonb not null,
  published boolean not null default false,
  primary key (survey_id, number)
);
create table sensitive.survey_edition_counts (
  survey_id uuid not null,
  number integer not null,
  organisation_id uuid not null,
  counts text not null,
  primary key (survey_id, number),
  foreign key (survey_id, number) references sensitive.survey_edition (survey_id, number)
);

create table sensitive.survey_finding (
  id uuid primary key,
  organisation_id uuid not null,
  survey_id uuid not null references sensitive.survey (id),
  edition integer not null,
  -- What was asked and answered, and of whom: ids that stay the same over the waves.
  definition jsonb not null,
  events integer not null,
  base integer not null,
  lower numeric not null,
  upper numeric not null,
  sentence text not null,
  fiscal_year integer not null,
  response_rate numeric,
  reason text not null default '',
  issue_id uuid,
  target_id uuid,
  made_at timestamptz not null
);
create index on sensitive.survey_finding (survey_id);

-- What was heard in a hearing, by theme. Who said it is told by their part alone.
create table sensitive.survey_statement (
  id uuid primary key,
  organisation_id uuid not null,
  survey_id uuid not null references sensitive.survey (id),
  heard_on date not null,
  heard_of text not null,
  theme text not null,
  statement text not null,
  issue_id uuid,
  made_at timestamptz not null
);
create index on sensitive.survey_statement (survey_id, theme);

-- Whether who acts holds an unspent code of that survey, or the link of a unit of it.
create function yui_answers(survey uuid) returns boolean
  language sql stable parallel safe
  return exists (select from sensitive.survey_code one
      where one.survey_id = survey and one.code_hash = current_setting('yui.holds', true))
    or exists (select from sensitive.survey_unit one
      where one.survey_id = survey and one.id::text = current_setting('yui.holds', true));

select yui_guard('sensitive.survey', 'area', reads => 'yui_reaches(area_id) or yui_answers(id)',
  inserts => 'yui_surveys(organisation_id::text)', changes => 'yui_surveys(organisation_id::text)', deletes => 'false');
select yui_guard(one::regclass, 'casework', reads => own, inserts => own, changes => own, deletes => own)
from (select 'yui_surveys(organisation_id::text)') as office (own), unnest(string_to_array(
  'sensitive.survey_paper sensitive.survey_column sensitive.survey_finding sensitive.survey_statement '
  'sensitive.survey_edition_counts', ' ')) as one;
select yui_guard('sensitive.survey_unit', 'casework', reads => own, inserts => 'yui_surveys(organisation_id::text)',
  changes => own, deletes => 'yui_surveys(organisation_id::text)')
from (select 'yui_surveys(organisation_id::text) or yui_bears(id::text)') as office (own);
select yui_guard('sensitive.survey_answer', 'casework', reads => own,
  inserts => own || ' or (unit_id is null and yui_answers(survey_id))', changes => own,
  deletes => 'yui_surveys(organisation_id::text)')
from (select 'yui_surveys(organisation_id::text) or yui_bears(unit_id::text)') as office (own);
select yui_guard('sensitive.survey_code', 'casework', reads => own, inserts => 'yui_surveys(organisation_id::text)',
  changes => own, deletes => own)
from (select 'yui_surveys(organisation_id::text) or yui_bears(code_hash)') as office (own);
-- A workplace that answered reads the tables beside its own answers; no count behind them is in reach of its page.
select yui_guard('sensitive.survey_edition', 'casework',
  reads => 'yui_surveys(organisation_id::text) or (published and yui_answers(survey_id))',
  inserts => 'yui_surveys(organisation_id::text)', changes => 'yui_surveys(organisation_id::text)', deletes => 'false');
grant select, insert, update on sensitive.survey, sensitive.survey_edition, sensitive.survey_statement,
  sensitive.survey_finding to yui_sensitive;
grant select, insert on sensitive.survey_edition_counts to yui_sensitive;
grant select, insert, update, delete on sensitive.survey_unit, sensitive.survey_answer, sensitive.survey_code,
  sensitive.survey_paper, sensitive.survey_column to yui_sensitive;

-- One more answer of that survey: its questions stand still from now on. Where a code was spent, it is counted, and nine
-- other answers are written anew in the same transaction, so that the one that came is one of ten.
create function sensitive.survey_note_answer(survey uuid, came integer) returns void
  language plpgsql security definer set search_path = sensitive, public, pg_temp as $$
declare
  start uuid := gen_random_uuid();
  written integer;
begin
  if not (yui_answers(survey) or exists (select from sensitive.survey one
      where one.id = survey and yui_surveys(one.organisation_id::text))) then
    raise exception 'no right to answer';
  end if;
  update sensitive.survey one set locked = true, spent = one.spent + came
  where one.id = survey and (came > 0 or not one.locked);
  if came = 0 then return; end if;
  update sensitive.survey_answer other set mixed = other.mixed + 1 where other.id in (
    select near.id from sensitive.survey_answer near
    where near.survey_id = survey and near.id >= start
    order by near.id limit 9 for update skip locked);
  get diagnostics written = row_count;
  update sensitive.survey_answer other set mixed = other.mixed + 1 where other.id in (
    select near.id from sensitive.survey_answer near
    where near.survey_id = survey and near.id < start
    order by near.id limit 9 - written for update skip locked);
end $$;
alter function sensitive.survey_note_answer(uuid, integer) owner to yui_upkeep;
revoke all on function sensitive.survey_note_answer(uuid, integer) from public;
grant execute on function sensitive.survey_note_answer(uuid, integer) to yui_sensitive;
