-- A booking may be of several places at once: a workplace that comes with five.
alter table booking add column seats int not null default 1 check (seats > 0);
drop index booking_held;
create index booking_held on booking (area_id, subject_type, subject_id, slot, holder_id) include (seats)
  where state in ('offered', 'booked', 'attended');

-- Trainings, lectures, panels, forums, corners and salons of an area, each with its sessions.
create table event (
  area_id text collate "C" not null,
  id uuid not null,
  kind text not null check (kind in ('training', 'lecture', 'panel', 'forum', 'festival', 'corner', 'desk', 'welfare_training',
    'staff_training', 'salon', 'bereaved')),
  title text not null,
  summary text not null default '',
  theme text not null,
  audience text not null default '',
  -- Joint hosts with their roles, the first of them named first: [{name, role}].
  hosts jsonb not null default '[]',
  place text not null default '',
  address text not null default '',
  online boolean not null default false,
  fee text not null default '',
  phone text not null default '',
  initiative_id uuid,
  -- Events that belong together, as a course held for three towns; empty where it stands alone.
  series text not null default '',
  state text not null check (state in ('draft', 'published', 'cancelled')),
  cancelled_why text not null default '',
  -- How one signs up: not at all, by name, by a nickname or without any.
  sign_up text not null check (sign_up in ('none', 'name', 'nickname', 'nameless')),
  capacity int check (capacity > 0),
  most_at_once int not null default 5 check (most_at_once > 0),
  closes_on date,
  -- The written rules of the waiting line.
  group_rule text not null check (group_rule in ('whole', 'part')),
  priority text not null check (priority in ('arrival', 'small')),
  answer_hours int not null check (answer_hours > 0),
  questions text[] not null default '{}',
  -- What has to be reached for a certificate: so many sessions, or so many minutes of all that are planned.
  certificate text not null check (certificate in ('none', 'sessions', 'minutes')),
  certificate_least int check (certificate_least > 0),
  issuer text not null default '',
  sequence int not null default 0,
  copied_from uuid,
  reminded_at timestamptz,
  updated_at timestamptz not null,
  updated_by text not null,
  deleted_at timestamptz,
  deleted_by text,
  primary key (area_id, id),
  check ((certificate = 'none') = (certificate_least is null))
);
select yui_guard('event', 'area', reads => $$state <> 'draft' or yui_reaches(area_id)$$);
grant select, insert, update on event to yui_app;

create table event_session (
  area_id text collate "C" not null,
  id uuid not null,
  event_id uuid not null,
  day date not null,
  starts text not null check (starts ~ '^\d\d:\d\d$'),
  ends text not null check (ends ~ '^\d\d:\d\d$' and ends > starts),
  place text not null default '',
  state text not null check (state in ('planned', 'held', 'cancelled')),
  primary key (area_id, id),
  foreign key (area_id, event_id) references event (area_id, id)
);
create index event_session_event on event_session (area_id, event_id, day);
create index event_session_day on event_session (area_id, day);
select yui_guard('event_session', 'area', reads => 'true');
grant select, insert, update, delete on event_session to yui_app;

-- Who signed up, for how many. The places themselves are bookings of it.
create table event_sign_up (
  area_id text collate "C" not null,
  id uuid not null,
  number text not null,
  event_id uuid not null,
  language text not null check (language in ('ja', 'en')),
  channel text not null check (channel in ('web', 'account', 'office')),
  workplace text not null default '',
  organisation_id uuid,
  size text not null default '' check (size in ('', 'under_50', 'from_50')),
  contact text not null default '',
  phone text not null default '',
  email text not null default '',
  needs text[] not null default '{}',
  -- One line an answer, in the order of the questions.
  answers text not null default '',
  note text not null default '',
  made_on date not null,
  made_at timestamptz not null,
  primary key (area_id, id),
  unique (area_id, number),
  foreign key (area_id, event_id) references event (area_id, id)
);
create index event_sign_up_event on event_sign_up (area_id, event_id, made_at);
create index event_sign_up_day on event_sign_up (area_id, made_on);
-- By the link of one sign-up, or by the one that opens the door list of its event.
select yui_guard('event_sign_up', 'area', holder => 'id',
  reads => 'yui_reaches(area_id) and (yui_holds(id::text) or yui_holds(event_id::text))');
grant select, insert, update on event_sign_up to yui_app;

-- Who comes: named at once, later or never. Who walks in belongs to no sign-up and takes no place of the list.
create table event_person (
  area_id text collate "C" not null,
  id uuid not null,
  event_id uuid not null,
  sign_up_id uuid,
  position int not null,
  name text not null default '',
  -- Of who walked in; whoever signed up has it there.
  workplace text not null default '',
  -- As the person wants it on the certificate.
  printed_name text not null default '',
  origin text not null check (origin in ('sign_up', 'walk_in')),
  added_at timestamptz not null,
  left_at timestamptz,
  primary key (area_id, id),
  check ((origin = 'walk_in') = (sign_up_id is null)),
  foreign key (area_id, event_id) references event (area_id, id),
  foreign key (area_id, sign_up_id) references event_sign_up (area_id, id)
);
create index event_person_event on event_person (area_id, event_id, sign_up_id, position);
select yui_guard('event_person', 'area',
  reads => 'yui_reaches(area_id) and (yui_holds(sign_up_id::text) or yui_holds(event_id::text))',
  inserts => 'yui_reaches(area_id) and (yui_holds(sign_up_id::text) or yui_holds(event_id::text))',
  changes => 'yui_reaches(area_id) and (yui_holds(sign_up_id::text) or yui_holds(event_id::text))');
grant select, insert, update on event_person to yui_app;

-- Who was there, of one session. Nobody is twice.
create table event_presence (
  area_id text collate "C" not null,
  session_id uuid not null,
  person_id uuid not null,
  in_at timestamptz not null,
  out_at timestamptz,
  by text not null,
  primary key (area_id, session_id, person_id),
  foreign key (area_id, session_id) references event_session (area_id, id),
  foreign key (area_id, person_id) references event_person (area_id, id)
);
select yui_guard('event_presence', 'area');
grant select, insert, update, delete on event_presence to yui_app;

-- What is counted by pressing a button: visits, consultations, leaflets. A telephone gives each press its id, so that what
-- comes in twice counts once.
create table event_tally (
  area_id text collate "C" not null,
  id uuid not null,
  session_id uuid not null,
  what text not null check (what in ('visits', 'consultations', 'mental', 'leaflets')),
  amount int not null check (amount <> 0),
  at timestamptz not null,
  by text not null,
  primary key (area_id, id),
  foreign key (area_id, session_id) references event_session (area_id, id)
);
create index event_tally_session on event_tally (area_id, session_id) include (what, amount);
select yui_guard('event_tally', 'area');
grant select, insert on event_tally to yui_app;

-- How many sign-ups came on a day by the same way to reach somebody: who signs up may not look at others to find out.
create function event_sign_ups_by(area text, told_phone text, told_email text, day date) returns int
  language sql stable security definer set search_path = public, pg_temp
  return (
    select count(*)::int from event_sign_up
    where area_id = area and made_on = day
      and ((told_phone <> '' and phone = told_phone) or (told_email <> '' and lower(email) = lower(told_email)))
  );
alter function event_sign_ups_by(text, text, text, date) owner to yui_upkeep;
