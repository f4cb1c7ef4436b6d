-- Stress checks of small workplaces. Four audiences by tables: what a worker answered and scored (worker, implementer);
-- which workplaces joined (organiser); who has taken it, what a worker asked for and what became of it (employer); what a
-- worker released for the interview (office of the interview doctor).

-- Who carries out stress checks for an office.
create function yui_implements(organisation text) returns boolean
  language sql stable parallel safe
  return yui_works_as(organisation, 'implementer');

create table sensitive.stress_run (
  id uuid primary key,
  -- The implementer's office: outside of every workplace.
  organisation_id uuid not null,
  area_id text collate "C" not null,
  -- The chamber or association that brings workplaces together.
  organiser_id uuid,
  -- The office that holds the interviews.
  interview_office_id uuid,
  title text not null,
  kind text not null check (kind in ('single', 'association', 'district', 'branches')),
  fiscal_year integer not null,
  method text not null check (method in ('totals', 'conversion')),
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  contact text not null default '',
  opened_on date,
  closes_on date,
  closed_on date,
  made_by text not null,
  made_at timestamptz not null,
  check ((kind = 'single') = (organiser_id is null) or kind = 'branches'),
  check (organiser_id is null or organiser_id <> organisation_id)
);
create index on sensitive.stress_run (organisation_id, fiscal_year desc, id);
create index on sensitive.stress_run (organiser_id, fiscal_year desc, id) where organiser_id is not null;

create table sensitive.stress_workplace (
  id uuid primary key,
  run_id uuid not null references sensitive.stress_run (id),
  organisation_id uuid not null,
  organiser_id uuid,
  area_id text collate "C" not null,
  number integer not null,
  -- The same over the years: who adds it says which of the year before it is.
  firm_id uuid not null,
  name text not null,
  workers integer not null check (workers between 1 and 100000),
  state text not null default 'asked' check (state in ('asked', 'joined', 'declined')),
  -- Whether its answers may enter the sheet over all workplaces of the run; agreed beforehand.
  joint boolean not null default false,
  joined_on date,
  unique (run_id, number),
  unique (run_id, firm_id)
);
create index on sensitive.stress_workplace (run_id, number);

-- What was done of the twenty steps, by workplace: when, and what is to be remembered of it. No health data.
create table sensitive.stress_step (
  workplace_id uuid not null references sensitive.stress_workplace (id),
  step smallint not null check (step between 1 and 20),
  organisation_id uuid not null,
  done_on date not null,
  remark text not null default '',
  by text not null,
  primary key (workplace_id, step)
);

-- Who may take it. The employer reads this table: it tells that somebody has taken it, never when.
create table sensitive.stress_worker (
  id uuid primary key,
  run_id uuid not null references sensitive.stress_run (id),
  workplace_id uuid not null references sensitive.stress_workplace (id),
  organisation_id uuid not null,
  number integer not null,
  name bytea not null,
  code_hash text collate "C" unique,
  taken boolean not null default false,
  unique (run_id, number)
);
create index on sensitive.stress_worker (workplace_id, number);

create table sensitive.stress_answer (
  worker_id uuid primary key references sensitive.stress_worker (id),
  organisation_id uuid not null,
  source text not null check (source in ('web', 'paper')),
  state text not null check (state in ('draft', 'incomplete', 'complete')),
  answers bytea not null
);
create table sensitive.stress_result (
  worker_id uuid primary key references sensitive.stress_worker (id),
  organisation_id uuid not null,
  workplace_id uuid not null references sensitive.stress_workplace (id),
  -- Points, method, criteria, whether stress is high: sealed by the key of the worker.
  score bytea not null,
  -- Whether the implementer found that an interview is needed.
  advised boolean not null,
  made_on date not null,
  told_on date
);
-- What was keyed from a sheet, once and once more.
create table sensitive.stress_paper (
  worker_id uuid not null references sensitive.stress_worker (id),
  entry smallint not null check (entry in (1, 2)),
  organisation_id uuid not null,
  answers bytea not null,
  entered_by text not null,
  primary key (worker_id, entry)
);

-- A worker asked for an interview, told beforehand that the employer will learn so.
create table sensitive.stress_request (
  id uuid primary key,
  worker_id uuid not null unique references sensitive.stress_worker (id),
  workplace_id uuid not null references sensitive.stress_workplace (id),
  organisation_id uuid not null,
  interview_office_id uuid,
  name bytea not null,
  told boolean not null check (told),
  asked_on date not null,
  interview_on date,
  -- What the doctor tells the employer: a class and measures, without diagnosis, answers or points.
  opinion bytea,
  opinion_on date,
  measure text not null default '',
  measure_on date,
  worker_told_on date,
  review_on date,
  reviewed_on date,
  review text not null default ''
);
create index on sensitive.stress_request (workplace_id);
create index on sensitive.stress_request (interview_office_id) where interview_office_id is not null;
create index on sensitive.stress_request (organisation_id);
-- What the request releases to the office of the interview, and what the doctor wrote down: nothing for the employer.
create table sensitive.stress_release (
  request_id uuid primary key references sensitive.stress_request (id),
  worker_id uuid not null references sensitive.stress_worker (id),
  organisation_id uuid not null,
  interview_office_id uuid,
  score bytea not null,
  report bytea
);

-- A sheet of a group as it was made, once: a row for each workplace that receives it.
create table sensitive.stress_sheet (
  run_id uuid not null references sensitive.stress_run (id),
  workplace_id uuid not null references sensitive.stress_workplace (id),
  scope text not null check (scope in ('workplace', 'joint')),
  organisation_id uuid not null,
  made_on date not null,
  content jsonb not null,
  primary key (run_id, workplace_id, scope)
);

-- Whether who acts holds the code of that worker, or a link or code within that run or workplace.
create function yui_stress_worker(worker uuid) returns boolean
  language sql stable parallel safe
  return exists (select from sensitive.stress_worker one
      where one.id = worker and one.code_hash = current_setting('yui.holds', true));
create function yui_stress_workplace(workplace uuid) returns boolean
  language sql stable parallel safe
  return exists (select from sensitive.stress_worker one
      where one.workplace_id = workplace and one.code_hash = current_setting('yui.holds', true));
create function yui_stress_run(run uuid) returns boolean
  language sql stable parallel safe
  return exists (select from sensitive.stress_workplace one
      where one.run_id = run and (yui_bears(one.id::text) or yui_stress_workplace(one.id)));

select yui_guard('sensitive.stress_run', 'casework', reads => own || ' or yui_stress_run(id)', inserts => own,
  changes => own, deletes => 'false')
from (select 'yui_implements(organisation_id::text) or yui_works_as(organiser_id::text, ''organiser'')') as office (own);
select yui_guard('sensitive.stress_workplace', 'casework',
  reads => own || ' or yui_bears(id::text) or yui_stress_workplace(id)', inserts => own,
  changes => own || ' or yui_bears(id::text)', deletes => 'false')
from (select 'yui_implements(organisation_id::text) or yui_works_as(organiser_id::text, ''organiser'')') as office (own);
select yui_guard('sensitive.stress_step', 'casework', reads => own, inserts => own, changes => own, deletes => own)
from (select 'yui_implements(organisation_id::text) or yui_bears(workplace_id::text)') as office (own);
select yui_guard('sensitive.stress_worker', 'casework',
  reads => own || ' or code_hash = current_setting(''yui.holds'', true)',
  -- A workplace names who works there and gives nobody a code.
  inserts => 'yui_implements(organisation_id::text) or (yui_bears(workplace_id::text) and code_hash is null)',
  changes => 'yui_implements(organisation_id::text) or code_hash = current_setting(''yui.holds'', true)',
  deletes => 'yui_implements(organisation_id::text)')
from (select 'yui_implements(organisation_id::text) or yui_bears(workplace_id::text)') as office (own);
-- Answers and points: the worker and the implementer, and nobody besides.
select yui_guard(one::regclass, 'casework', reads => own, inserts => own, changes => own,
  deletes => 'yui_implements(organisation_id::text)')
from (select 'yui_implements(organisation_id::text) or yui_stress_worker(worker_id)') as office (own),
  unnest(string_to_array('sensitive.stress_answer sensitive.stress_result', ' ')) as one;
select yui_guard('sensitive.stress_paper', 'casework', reads => own, inserts => own, changes => own, deletes => own)
from (select 'yui_implements(organisation_id::text)') as office (own);
select yui_guard('sensitive.stress_request', 'casework', reads => own, inserts => 'yui_stress_worker(worker_id)',
  changes => own, deletes => 'yui_implements(organisation_id::text)')
from (select 'yui_implements(organisation_id::text) or yui_stress_worker(worker_id) or yui_bears(workplace_id::text)
  or yui_works_as(interview_office_id::text, ''interview_doctor'')') as office (own);
select yui_guard('sensitive.stress_release', 'casework', reads => own, inserts => 'yui_stress_worker(worker_id)',
  changes => 'yui_works_as(interview_office_id::text, ''interview_doctor'')',
  deletes => 'yui_implements(organisation_id::text)')
from (select 'yui_implements(organisation_id::text) or yui_stress_worker(worker_id)
  or yui_works_as(interview_office_id::text, ''interview_doctor'')') as office (own);
select yui_guard('sensitive.stress_sheet', 'casework',
  reads => 'yui_implements(organisation_id::text) or yui_bears(workplace_id::text)',
  inserts => 'yui_implements(organisation_id::text)', changes => 'false', deletes => 'false');

grant select, insert, update on sensitive.stress_run, sensitive.stress_workplace to yui_sensitive;
grant select, insert, update, delete on sensitive.stress_step, sensitive.stress_worker, sensitive.stress_answer,
  sensitive.stress_result, sensitive.stress_paper, sensitive.stress_request, sensitive.stress_release to yui_sensitive;
grant select, insert on sensitive.stress_sheet to yui_sensitive;
