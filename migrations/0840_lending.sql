-- Devices that an area lends for trying: what there is, who has it when. Two loans of one unit can't overlap: the database
-- refuses it, whatever the program thinks. The area comes first in the constraint, as in every key.
create extension if not exists btree_gist;

-- An office that lends, with its rule as data: by-laws differ.
create table lending_office (
  area_id text collate "C" not null,
  id uuid not null,
  name text not null,
  place text not null default '',
  phone text not null default '',
  borrowers text not null default '',
  -- How many days before the pick-up one asks at the latest, and at the earliest.
  lead_days int not null check (lead_days >= 0),
  ahead_days int not null check (ahead_days between 1 and 366),
  -- How long at most; counted in days on which the office is open, or in all days.
  most_days int not null check (most_days between 1 and 366),
  counts_open boolean not null,
  -- Weekdays on which it is open, Monday is 1; holidays and days of its own on which it is closed.
  open_on int[] not null,
  open_on_holidays boolean not null default false,
  closed_on date[] not null default '{}',
  opens text not null check (opens ~ '^\d\d:\d\d$'),
  closes text not null check (closes ~ '^\d\d:\d\d$' and closes > opens),
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (area_id, id)
);

-- A kind of device, of which there may be many alike. People book the model; which unit they get is settled last.
create table lending_model (
  area_id text collate "C" not null,
  id uuid not null,
  office_id uuid not null,
  kind text not null check (kind in ('pedometer', 'heart_rate', 'blood_sugar', 'salt', 'blood_pressure', 'body', 'panel', 'other')),
  name text not null,
  note text not null default '',
  -- What comes with it and is looked through at each hand-over.
  accessories text[] not null default '{}',
  -- For cleaning, charging and erasing after each loan.
  buffer_hours int not null default 0 check (buffer_hours between 0 and 720),
  stores_readings boolean not null default false,
  lent boolean not null default true,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (area_id, id),
  foreign key (area_id, office_id) references lending_office (area_id, id)
);

create table lending_unit (
  area_id text collate "C" not null,
  id uuid not null,
  model_id uuid not null,
  number text not null,
  serial_number text not null default '',
  bought_on date,
  calibrated_on date,
  battery_on date,
  state text not null check (state in ('in_use', 'repair', 'lost', 'retired')),
  note text not null default '',
  primary key (area_id, id),
  unique (area_id, number),
  foreign key (area_id, model_id) references lending_model (area_id, id)
);
create index lending_unit_model on lending_unit (area_id, model_id, number);

-- A kit is made of models, not of certain units: [{model, count}].
create table lending_kit (
  area_id text collate "C" not null,
  id uuid not null,
  office_id uuid not null,
  name text not null,
  parts jsonb not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (area_id, id),
  foreign key (area_id, office_id) references lending_office (area_id, id)
);

create table lending_loan (
  area_id text collate "C" not null,
  id uuid not null,
  number text not null,
  office_id uuid not null,
  -- `short` was asked for while there were not enough: the argument for buying more.
  state text not null check (state in ('short', 'asked', 'promised', 'out', 'returned', 'refused', 'cancelled')),
  channel text not null check (channel in ('web', 'office')),
  starts timestamptz not null,
  ends timestamptz not null,
  workplace text not null default '',
  size text not null default '' check (size in ('', 'under_50', 'from_50')),
  contact text not null default '',
  phone text not null default '',
  email text not null default '',
  purpose text not null default '',
  people int check (people > 0),
  -- Why it was refused, and what the office noted at the hand-over and at the return.
  answer text not null default '',
  signed_by text not null default '',
  made_on date not null,
  made_at timestamptz not null,
  out_at timestamptz,
  returned_at timestamptz,
  primary key (area_id, id),
  unique (area_id, number),
  check (starts < ends),
  foreign key (area_id, office_id) references lending_office (area_id, id)
);
create index lending_loan_day on lending_loan (area_id, made_on);
create index lending_loan_starts on lending_loan (area_id, starts desc, id);

-- How many of which model were asked for, loose or in a kit.
create table lending_wish (
  area_id text collate "C" not null,
  id uuid not null,
  loan_id uuid not null,
  model_id uuid not null,
  wanted int not null check (wanted > 0),
  kit text not null default '',
  primary key (area_id, id),
  foreign key (area_id, loan_id) references lending_loan (area_id, id),
  foreign key (area_id, model_id) references lending_model (area_id, id)
);
create index lending_wish_loan on lending_wish (area_id, loan_id);

-- Which unit is kept for, or with, which loan. `busy_until` is the end with the time for cleaning. No name stands here.
create table lending_hold (
  area_id text collate "C" not null,
  id uuid not null,
  loan_id uuid not null,
  model_id uuid not null,
  unit_id uuid not null,
  state text not null check (state in ('held', 'out', 'cleaning', 'back', 'freed')),
  starts timestamptz not null,
  ends timestamptz not null,
  busy_until timestamptz not null,
  returned_at timestamptz,
  condition text not null default '' check (condition in ('', 'good', 'damaged', 'lost')),
  remark text not null default '',
  primary key (area_id, id),
  -- Two empty spans would never overlap.
  check (starts < busy_until),
  foreign key (area_id, loan_id) references lending_loan (area_id, id),
  foreign key (area_id, unit_id) references lending_unit (area_id, id),
  constraint lending_hold_overlap exclude using gist (area_id with =, unit_id with =, tstzrange(starts, busy_until) with &&)
    where (state in ('held', 'out', 'cleaning')) deferrable initially immediate
);
create index lending_hold_loan on lending_hold (area_id, loan_id);
create index lending_hold_model on lending_hold (area_id, model_id, busy_until) where state in ('held', 'out', 'cleaning');

select yui_guard(one::regclass, 'area', reads => 'true')
from unnest(string_to_array('lending_office lending_model lending_unit lending_kit lending_hold', ' ')) as one;
select yui_guard('lending_loan', 'area', holder => 'id');
select yui_guard('lending_wish', 'area', holder => 'loan_id');
grant select, insert, update on lending_office, lending_model, lending_unit, lending_kit, lending_loan, lending_hold to yui_app;
grant select, insert, delete on lending_wish to yui_app;

-- How many loans were asked for on a day by the same way to reach somebody.
create function lending_asked_by(area text, told_phone text, told_email text, day date) returns int
  language sql stable security definer set search_path = public, pg_temp
  return (
    select count(*)::int from lending_loan
    where area_id = area and made_on = day
      and ((told_phone <> '' and phone = told_phone) or (told_email <> '' and lower(email) = lower(told_email)))
  );
alter function lending_asked_by(text, text, text, date) owner to yui_upkeep;
