-- A workplace asks once; whoever can help is asked, comes, reports.

-- What a supporter offers. Limits are data of each offer: they differ by prefecture and by year.
create table support_offer (
  area_id text not null,
  id uuid not null,
  title text not null,
  title_en text not null default '',
  kind text not null check (kind in ('lecture', 'check_corner', 'consultation', 'workplace_visit', 'chisanpo')),
  -- One of the services of a regional occupational health centre, where the kind is chisanpo.
  service text,
  topics text[] not null default '{}',
  -- For whom. Null or empty: no limit.
  size_from int,
  size_to int,
  industries text[] not null default '{}',
  municipalities text[] not null default '{}',
  people_from int,
  people_to int,
  places text[] not null default '{on_site}',
  fee text not null check (fee in ('free', 'paid')),
  fee_note text not null default '',
  equipment text not null default '',
  note text not null default '',
  lead_days int not null default 14 check (lead_days between 0 and 365),
  -- Days as an RRULE of RFC 5545; hours of the day beside it. Empty: any day.
  rrule text not null default '',
  opens_at time not null default '09:00',
  closes_at time not null default '17:00',
  on_holidays boolean not null default false,
  per_day int check (per_day >= 0),
  per_month int check (per_month >= 0),
  per_year int check (per_year >= 0),
  per_workplace int check (per_workplace >= 0),
  new_first boolean not null default false,
  intake text not null default 'open' check (intake in ('open', 'waiting_list', 'suspended')),
  intake_reason text not null default '',
  intake_since date,
  intake_until date,
  published boolean not null default true,
  ended_on date,
  -- The initiative of the plan that its visits count for.
  initiative_id uuid,
  version int not null default 1,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (area_id, id),
  check (closes_at > opens_at),
  check (size_to >= size_from),
  check (people_to >= people_from),
  check (kind <> 'chisanpo' or service is not null)
);
create index support_offer_topics on support_offer using gin (topics);

-- Who does it: one part for each organisation; a joint offer has several (one teaches, another advises).
create table support_offer_part (
  area_id text not null,
  offer_id uuid not null,
  position int not null,
  organisation_id uuid not null,
  organisation_name text not null,
  municipality text not null default '',
  professions text[] not null default '{}',
  -- Where this organisation is asked: a mailbox of the office.
  email text not null default '',
  primary key (area_id, offer_id, position),
  foreign key (area_id, offer_id) references support_offer (area_id, id)
);
create index support_offer_part_organisation on support_offer_part (area_id, organisation_id);

create table support_request (
  area_id text not null,
  id uuid not null,
  -- What the workplace quotes on the telephone.
  number text not null,
  once_key text not null,
  made_at timestamptz not null,
  made_on date not null,
  made_by text not null,
  channel text not null check (channel in ('web', 'account', 'paper', 'phone', 'fax')),
  language text not null check (language in ('ja', 'en')),
  workplace text not null,
  -- The same workplace under one spelling: what uses are counted by.
  workplace_key text not null,
  organisation_id uuid,
  contact text not null default '',
  phone text not null default '',
  email text not null default '',
  municipality text not null default '',
  address text not null default '',
  industry text not null,
  size int not null check (size between 1 and 100000),
  people int not null check (people between 1 and 10000),
  kind text,
  service text,
  topics text[] not null default '{}',
  wish text not null default '',
  place text not null check (place in ('on_site', 'centre', 'online')),
  free_only boolean not null default false,
  -- [{ day, from, to }], at most three; empty: "you propose".
  wishes jsonb not null default '[]',
  heard_from text not null default '',
  came_before boolean not null,
  -- The last day by which the law wants it done, or by which it is promised.
  due_on date,
  follows uuid,
  -- [{ count, professions, kinds }]: who is needed.
  needs jsonb not null,
  decided_by text not null default 'coordinator' check (decided_by in ('coordinator', 'first_come')),
  status text not null,
  status_since timestamptz not null,
  -- [{ day, from, to }] that supporters are asked for; the wishes unless the coordinator proposed others.
  slots jsonb not null default '[]',
  fixed_day date,
  fixed_from time,
  fixed_to time,
  -- How often it was moved; calendars call it the sequence.
  moves int not null default 0,
  passed_to text,
  unmet_reason text,
  primary key (area_id, id),
  unique (area_id, number),
  unique (area_id, once_key)
);
create index support_request_inbox on support_request (area_id, status, made_at desc, id desc);
create index support_request_days on support_request (area_id, fixed_day) where status = 'fixed';
create index support_request_due on support_request (area_id, due_on) where status in ('new', 'asking', 'deciding', 'waiting');
create index support_request_workplace on support_request (area_id, workplace_key, made_at desc);
create index support_request_organisation on support_request (area_id, organisation_id) where organisation_id is not null;
create index support_request_year on support_request (area_id, made_on);

-- What happened, in order. Never changed: the state can be told from it.
create table support_event (
  area_id text not null,
  request_id uuid not null,
  position int not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  status text not null,
  detail jsonb not null default '{}',
  primary key (area_id, request_id, position),
  foreign key (area_id, request_id) references support_request (area_id, id)
);

create table support_enquiry (
  area_id text not null,
  id uuid not null,
  request_id uuid not null,
  offer_id uuid not null,
  part int not null,
  organisation_id uuid not null,
  organisation_name text not null,
  email text not null default '',
  professions text[] not null default '{}',
  kind text not null,
  -- Sent at once, or the next one in a row; a queued one is asked when those before it are through.
  turn int not null default 0,
  state text not null check (state in ('queued', 'open', 'answered', 'no_answer', 'chosen', 'released', 'dropped')),
  asked_at timestamptz,
  days_to_answer int not null check (days_to_answer between 1 and 60),
  deadline timestamptz,
  -- One of yes, if_need_be, no for each slot; null while there is no answer.
  answers jsonb,
  proposal text not null default '',
  comment text not null default '',
  answered_at timestamptz,
  reminders int not null default 0,
  reminded_at timestamptz,
  primary key (area_id, id),
  foreign key (area_id, request_id) references support_request (area_id, id),
  foreign key (area_id, offer_id) references support_offer (area_id, id)
);
create index support_enquiry_request on support_enquiry (area_id, request_id, turn);
create index support_enquiry_organisation on support_enquiry (area_id, organisation_id, asked_at desc);
create index support_enquiry_open on support_enquiry (deadline) where state = 'open';

-- A place of an offer that is taken. Counted under the lock of the offer's row, so that none is sold twice.
create table support_booking (
  area_id text not null,
  id uuid not null,
  offer_id uuid not null,
  request_id uuid not null,
  workplace_key text not null,
  day date not null,
  fiscal_year int not null,
  made_at timestamptz not null,
  released_at timestamptz,
  released_why text,
  primary key (area_id, id),
  foreign key (area_id, offer_id) references support_offer (area_id, id),
  foreign key (area_id, request_id) references support_request (area_id, id)
);
create unique index support_booking_once on support_booking (area_id, offer_id, request_id) where released_at is null;
create index support_booking_day on support_booking (area_id, offer_id, day) where released_at is null;
create index support_booking_year on support_booking (area_id, fiscal_year, offer_id) where released_at is null;
create index support_booking_request on support_booking (area_id, request_id);
create index support_booking_workplace on support_booking (area_id, workplace_key, fiscal_year) where released_at is null;

-- Who waits for a place of an offer. The order is that of `since`, new workplaces first where the offer says so.
create table support_waiting (
  area_id text not null,
  id uuid not null,
  offer_id uuid not null,
  request_id uuid not null,
  came_before boolean not null,
  since timestamptz not null,
  offered_at timestamptz,
  deadline timestamptz,
  outcome text check (outcome in ('taken', 'lapsed', 'left')),
  primary key (area_id, id),
  foreign key (area_id, offer_id) references support_offer (area_id, id),
  foreign key (area_id, request_id) references support_request (area_id, id)
);
create unique index support_waiting_once on support_waiting (area_id, offer_id, request_id) where outcome is null;

-- Links that open one matter without an account. Only the hash of the secret is kept.
create table support_link (
  area_id text not null,
  id uuid not null,
  token_hash text not null,
  purpose text not null check (purpose in ('receipt', 'answer', 'feed')),
  request_id uuid,
  enquiry_id uuid,
  -- A calendar feed belongs to an organisation or to a person.
  organisation_id uuid,
  user_id text,
  made_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (area_id, id)
);
create index support_link_hash on support_link (token_hash);
create index support_link_request on support_link (area_id, request_id);

create table support_report (
  area_id text not null,
  request_id uuid not null,
  version int not null,
  held_on date not null,
  people int not null check (people between 0 and 10000),
  content text not null,
  effect text not null default '',
  questions text not null default '',
  materials text not null default '',
  written_by text not null,
  written_at timestamptz not null,
  primary key (area_id, request_id, version),
  foreign key (area_id, request_id) references support_request (area_id, id)
);

create table support_feedback (
  area_id text not null,
  request_id uuid not null,
  rating int not null check (rating between 1 and 5),
  useful text not null default '',
  again boolean not null,
  written_at timestamptz not null,
  primary key (area_id, request_id),
  foreign key (area_id, request_id) references support_request (area_id, id)
);

-- Texts of letters that an area wrote anew; the shipped text stands where there is none.
create table support_text (
  area_id text not null,
  letter text not null,
  language text not null check (language in ('ja', 'en')),
  subject text not null,
  body text not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (area_id, letter, language)
);

-- How often one address has asked today; the address itself is not kept.
create table support_sender (
  area_id text not null,
  sender_hash text not null,
  day date not null,
  requests int not null,
  primary key (area_id, sender_hash, day)
);

alter table support_offer enable row level security;
alter table support_offer_part enable row level security;
alter table support_request enable row level security;
alter table support_event enable row level security;
alter table support_enquiry enable row level security;
alter table support_booking enable row level security;
alter table support_waiting enable row level security;
alter table support_link enable row level security;
alter table support_report enable row level security;
alter table support_feedback enable row level security;
alter table support_text enable row level security;
alter table support_sender enable row level security;
create policy reach on support_offer using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy anyone_reads on support_offer for select using (published);
create policy reach on support_offer_part using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on support_request using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy neighbour_reads on support_request for select using (yui_reaches(passed_to));
create policy reach on support_event using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on support_enquiry using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on support_booking using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on support_waiting using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on support_link using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on support_report using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on support_feedback using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on support_text using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on support_sender using (yui_reaches(area_id)) with check (yui_reaches(area_id));
grant select, insert, update on support_offer, support_request, support_enquiry, support_booking, support_waiting,
  support_link, support_feedback, support_text, support_sender to yui_app;
grant select, insert, delete on support_offer_part to yui_app;
grant delete on support_sender to yui_app;
-- History is added to, never changed.
grant select, insert on support_event, support_report to yui_app;
