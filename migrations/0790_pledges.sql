-- What each can do: checks that are answered without an account, their next steps, and what somebody undertakes in public.

-- The questions that an area asks besides those of the shipped bank.
create table act_question (
  area_id text collate "C" not null,
  id uuid not null,
  tier text not null check (tier in ('person', 'workplace', 'partner_organisations', 'administration')),
  ja text not null,
  en text not null default '',
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (area_id, id)
);
select yui_guard('act_question', 'area', reads => 'true');
grant select, insert, update on act_question to yui_app;

-- A check with the questions as they were asked: no later edition changes what came out. Of a person nothing is kept that
-- tells who it was, and nobody reads it but by its link.
create table act_check (
  area_id text collate "C" not null,
  id uuid not null,
  tier text not null check (tier in ('person', 'workplace', 'partner_organisations', 'administration')),
  edition text not null,
  fiscal_year int not null,
  language text not null check (language in ('ja', 'en')),
  organisation_id uuid,
  size_class text not null default '',
  facts jsonb not null,
  questions jsonb not null,
  answers jsonb not null,
  -- A question counts two: half of it where it is partly done. Null where nothing applies.
  met int check (met >= 0),
  base int check (base > 0 and met <= base),
  unanswered int not null check (unanswered >= 0),
  -- What the first of these checks came to, over the years.
  first jsonb,
  before_id uuid,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (area_id, id),
  check (tier <> 'person' or organisation_id is null)
);
create index act_check_size on act_check (area_id, fiscal_year, size_class) where tier = 'workplace' and unanswered = 0;
create index act_check_organisation on act_check (area_id, organisation_id) where organisation_id is not null;
create index act_check_before on act_check (area_id, before_id) where before_id is not null;
select yui_guard('act_check', 'area', holder => 'id',
  reads => 'yui_reaches(area_id) and yui_holds(id::text)
    and (tier is distinct from ''person'' or coalesce(current_setting(''yui.holds'', true), '''') <> '''')');
grant select, insert, update, delete on act_check to yui_app;

-- The one next step of a question, taken or declined; `request_key` is the key of the form of a request that it led to.
create table act_step (
  area_id text collate "C" not null,
  id uuid not null,
  check_id uuid not null,
  question text not null,
  kind text not null check (kind in ('request', 'event', 'device', 'leaflet', 'entry', 'duty', 'own')),
  state text not null check (state in ('taken', 'declined', 'done')),
  on_day date,
  request_key uuid,
  taken_at timestamptz not null,
  done_at timestamptz,
  primary key (area_id, id),
  unique (area_id, check_id, question),
  foreign key (area_id, check_id) references act_check (area_id, id)
);
select yui_guard('act_step', 'area', holder => 'check_id');
grant select, insert, update, delete on act_step to yui_app;

-- What each of a committee says; nobody is named.
create table act_voice (
  area_id text collate "C" not null,
  id uuid not null,
  check_id uuid not null,
  answers jsonb not null,
  said_at timestamptz not null,
  primary key (area_id, id),
  foreign key (area_id, check_id) references act_check (area_id, id)
);
create index act_voice_check on act_voice (area_id, check_id);
select yui_guard('act_voice', 'area', holder => 'check_id');
grant select, insert, delete on act_voice to yui_app;

-- What a workplace or a partner undertakes this year. Only what it wants to be public is offered, and shown once the
-- secretariat has looked at it.
create table pledge (
  area_id text collate "C" not null,
  id uuid not null,
  check_id uuid not null,
  organisation_id uuid,
  tier text not null check (tier in ('workplace', 'partner_organisations', 'administration')),
  name text not null,
  action text not null,
  fiscal_year int not null,
  state text not null check (state in ('kept', 'offered', 'listed', 'refused', 'withdrawn')),
  done_on date,
  initiative_id uuid,
  made_at timestamptz not null,
  decided_at timestamptz,
  primary key (area_id, id)
);
create index pledge_state on pledge (area_id, state, fiscal_year);
create index pledge_check on pledge (area_id, check_id);
select yui_guard('pledge', 'area', holder => 'check_id',
  reads => 'state = ''listed'' or (yui_reaches(area_id) and yui_holds(check_id::text))');
grant select, insert, update on pledge to yui_app;

-- What workplaces of the same size came to, of ten and more: who answers may not look at others to find out.
create function act_checks_alike(area text, size text, year int) returns table (checks int, met int, base int)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select count(*)::int, sum(act_check.met)::int, sum(act_check.base)::int from act_check
    where area_id = area and tier = 'workplace' and unanswered = 0 and size_class = size and fiscal_year = year
      and act_check.base is not null
    having count(*) >= 10;
  end;
alter function act_checks_alike(text, text, int) owner to yui_upkeep;
