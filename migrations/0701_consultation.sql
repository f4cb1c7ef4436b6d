-- Cases of consultation. One office keeps one case; who it is about stands apart from what was said, sealed by a key of
-- that person, so that one key destroyed erases both.

-- Who somebody is, as one office knows them. Another office that knows the same person has a row of its own.
create table sensitive.client (
  id uuid primary key,
  organisation_id uuid not null,
  -- Name, reading, date of birth, how and where one may be called.
  identity bytea not null,
  -- Keyed hashes for the search of whole values and for likely duplicates; null where the value is not known.
  name_hash text collate "C",
  kana_hash text collate "C",
  -- The given name alone: who marries keeps it, twins do not share it.
  given_hash text collate "C",
  birth_hash text collate "C",
  phone_hash text collate "C",
  town_hash text collate "C",
  -- Found to be the same person as that one; the row and its cases stay, so that it can be undone.
  merged_into uuid references sensitive.client (id),
  -- The second thing that the person chose for their own page; a hash.
  passphrase_hash text,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null
);
create index on sensitive.client (organisation_id, name_hash);
create index on sensitive.client (organisation_id, kana_hash);
create index on sensitive.client (organisation_id, birth_hash);
create index on sensitive.client (organisation_id, phone_hash);
create index on sensitive.client (merged_into) where merged_into is not null;

create table sensitive.consultation_case (
  id uuid primary key,
  organisation_id uuid not null,
  -- Whose log keeps the looks.
  area_id text collate "C" not null,
  number text not null,
  -- Null while somebody stays anonymous.
  client_id uuid references sensitive.client (id),
  -- The holder of the key: the client, or the case itself where nobody is named.
  person_id uuid not null,
  asker text not null check (asker in ('worker', 'on-leave', 'family', 'bereaved', 'employer', 'colleague', 'office')),
  source text not null check (source in ('self', 'workplace', 'lecture', 'event', 'stress-check', 'office', 'notice')),
  channel text not null check (channel in ('visit', 'telephone', 'home-visit', 'online', 'letter')),
  mental boolean not null,
  topics text[] not null default '{}',
  urgency text not null check (urgency in ('usual', 'week', 'now')),
  age_band text,
  sex text check (sex in ('male', 'female', 'other')),
  home_town text not null default '',
  work_town text not null default '',
  workplace_size text not null default '',
  -- What was told at the first call, and the steps that were taken.
  intake bytea not null,
  caseworker text,
  state text not null check (state in ('open', 'closed')),
  opened_on date not null,
  last_contact_on date not null,
  next_due date,
  closed_on date,
  outcome text check (outcome in ('solved', 'referred', 'continued-elsewhere', 'declined', 'unreachable', 'moved', 'died', 'other')),
  version integer not null default 1,
  changed_at timestamptz not null,
  unique (organisation_id, number),
  check ((state = 'closed') = (closed_on is not null)),
  check ((state = 'closed') = (outcome is not null))
);
create index on sensitive.consultation_case (organisation_id, next_due) where state = 'open';
create index on sensitive.consultation_case (organisation_id, last_contact_on) where state = 'open';
create index on sensitive.consultation_case (organisation_id, opened_on, id);
create index on sensitive.consultation_case (organisation_id, caseworker) where state = 'open';
create index on sensitive.consultation_case (client_id);

create table sensitive.case_contact (
  id uuid primary key,
  organisation_id uuid not null,
  case_id uuid not null references sensitive.consultation_case (id),
  person_id uuid not null,
  day date not null,
  minutes integer check (minutes between 0 and 1440),
  channel text not null check (channel in ('visit', 'telephone', 'home-visit', 'online', 'letter')),
  with_whom text not null check (with_whom in ('person', 'family', 'employer', 'office', 'not-reached')),
  -- What was said, what was planned, and what was handed over.
  note bytea not null,
  materials text[] not null default '{}',
  made_by text not null,
  made_at timestamptz not null,
  -- A correction is a row of its own; the one that it replaces stays.
  replaces uuid references sensitive.case_contact (id)
);
create index on sensitive.case_contact (case_id, day, id);
create unique index on sensitive.case_contact (replaces) where replaces is not null;

-- What became of a case, as words and ids alone.
create table sensitive.case_event (
  id uuid primary key,
  organisation_id uuid not null,
  case_id uuid not null references sensitive.consultation_case (id),
  step text not null,
  detail text not null default '',
  -- A sentence that says why, where one is asked for.
  note bytea,
  person_id uuid not null,
  by text not null,
  at timestamptz not null
);
create index on sensitive.case_event (case_id, at, id);

-- Two clients that somebody has looked at: not proposed again.
create table sensitive.client_judgement (
  organisation_id uuid not null,
  one uuid not null references sensitive.client (id),
  other uuid not null references sensitive.client (id),
  same boolean not null,
  by text not null,
  at timestamptz not null,
  primary key (one, other),
  check (one < other)
);

-- Who was handed to another office, and what became of it.
create table sensitive.referral (
  id uuid primary key,
  -- The office that sends.
  organisation_id uuid not null,
  area_id text collate "C" not null,
  case_id uuid not null references sensitive.consultation_case (id),
  person_id uuid not null,
  -- The office that receives, or a name outside.
  partner_id uuid,
  partner_area_id text collate "C",
  receiver text not null,
  ground text not null check (ground in ('consent', 'duty', 'danger')),
  consent_id uuid references sensitive.consent (id),
  -- The duty to notify, by its key in the dated list.
  duty text,
  mode text not null check (mode in ('one-way', 'shared')),
  urgency text not null check (urgency in ('usual', 'week', 'now')),
  reason text not null,
  classes text[] not null,
  state text not null check (state in ('drafted', 'sent', 'received', 'accepted', 'ongoing', 'closed', 'declined',
    'taken-back', 'withdrawn', 'expired')),
  -- Whether the receiver may look into what was sent: from acceptance to the end.
  opened boolean not null default false,
  sent_at timestamptz,
  receive_by date,
  tries integer not null default 0,
  outcome text,
  decline_reason text,
  receiver_case_id uuid,
  -- A danger to life needs a second pair of eyes.
  seconded_by text,
  seconded_at timestamptz,
  version integer not null default 1,
  changed_at timestamptz not null,
  check ((ground = 'consent') = (consent_id is not null)),
  check ((ground = 'duty') = (duty is not null))
);
create index on sensitive.referral (organisation_id, state);
create index on sensitive.referral (partner_id, state);
create index on sensitive.referral (case_id);
create index on sensitive.referral (person_id);
-- One question at a time to an office about a case.
create unique index referral_pending on sensitive.referral (case_id, partner_id)
  where state in ('drafted', 'sent', 'received') and partner_id is not null;

-- What was sent, item by item: each can be read as long as the person agrees to just that.
create table sensitive.referral_item (
  referral_id uuid not null references sensitive.referral (id),
  class text not null,
  organisation_id uuid not null,
  partner_id uuid,
  person_id uuid not null,
  lawful boolean not null,
  content bytea not null,
  primary key (referral_id, class)
);
create table sensitive.referral_event (
  id uuid primary key,
  referral_id uuid not null references sensitive.referral (id),
  organisation_id uuid not null,
  partner_id uuid,
  person_id uuid not null,
  step text not null,
  detail text not null default '',
  by text not null,
  by_organisation uuid,
  at timestamptz not null
);
create index on sensitive.referral_event (referral_id, at, id);
-- The record that both offices write, where shared support was agreed.
create table sensitive.shared_note (
  id uuid primary key,
  referral_id uuid not null references sensitive.referral (id),
  organisation_id uuid not null,
  partner_id uuid not null,
  person_id uuid not null,
  author_organisation_id uuid not null,
  note bytea not null,
  by text not null,
  at timestamptz not null
);
create index on sensitive.shared_note (referral_id, at, id);

-- A case that came by a referral knows the person through it, as long as they agree.
alter table sensitive.consultation_case add column referral_id uuid references sensitive.referral (id);

-- Whether the receiver of a referral may look into it now.
create function yui_opened(referral uuid) returns boolean
  language sql stable parallel safe
  return exists (select from sensitive.referral one where one.id = referral and one.opened);

select yui_guard('sensitive.client', 'casework', reads => 'yui_casework(organisation_id::text) or yui_bears(id::text)',
  changes => 'yui_casework(organisation_id::text) or yui_bears(id::text)', deletes => 'false');
select yui_guard('sensitive.consultation_case', 'casework',
  reads => 'yui_casework(organisation_id::text) or yui_bears(person_id::text)', deletes => 'false');
select yui_guard('sensitive.case_contact', 'casework', changes => 'false', deletes => 'false');
select yui_guard('sensitive.case_event', 'casework', changes => 'false', deletes => 'false');
select yui_guard('sensitive.client_judgement', 'casework');
select yui_guard('sensitive.referral', 'casework',
  reads => 'yui_casework(organisation_id::text) or (state <> ''drafted'' and yui_casework(partner_id::text))
    or yui_bears(person_id::text)',
  changes => 'yui_casework(organisation_id::text) or (state <> ''drafted'' and yui_casework(partner_id::text))
    or yui_bears(person_id::text)',
  deletes => 'false');
select yui_guard('sensitive.referral_item', 'casework',
  reads => 'yui_casework(organisation_id::text) or (yui_casework(partner_id::text) and yui_opened(referral_id)
    and (lawful or yui_consents(person_id::text, partner_id::text, ''referral'', class)))
    or yui_bears(person_id::text)',
  changes => 'false', deletes => 'false');
select yui_guard('sensitive.referral_event', 'casework',
  reads => 'yui_casework(organisation_id::text) or yui_casework(partner_id::text) or yui_bears(person_id::text)',
  inserts => 'yui_casework(organisation_id::text) or yui_casework(partner_id::text) or yui_bears(person_id::text)',
  changes => 'false', deletes => 'false');
select yui_guard('sensitive.shared_note', 'casework',
  reads => 'yui_casework(author_organisation_id::text)
    or (yui_casework(organisation_id::text) or yui_casework(partner_id::text))
    and yui_consents(person_id::text, partner_id::text, ''referral'', ''consultation'')',
  inserts => 'yui_casework(author_organisation_id::text) and author_organisation_id in (organisation_id, partner_id)
    and yui_consents(person_id::text, partner_id::text, ''referral'', ''consultation'')',
  changes => 'false', deletes => 'false');
grant select, insert, update on sensitive.client, sensitive.consultation_case, sensitive.client_judgement, sensitive.referral
  to yui_sensitive;
grant select, insert on sensitive.case_contact, sensitive.case_event, sensitive.referral_item, sensitive.referral_event,
  sensitive.shared_note to yui_sensitive;

-- Who looked at what is kept of a person: office and role, without a name, for the person's own page.
create table sensitive.person_look (
  id uuid primary key,
  person_id uuid not null,
  organisation_id uuid not null,
  office text not null,
  role text not null,
  what text not null,
  at timestamptz not null
);
create index on sensitive.person_look (person_id, at desc);
select yui_guard('sensitive.person_look', 'casework', reads => 'yui_bears(person_id::text)',
  inserts => 'yui_casework(organisation_id::text) or yui_bears(person_id::text)', changes => 'false', deletes => 'false');
grant select, insert on sensitive.person_look to yui_sensitive;

-- Tries at the second thing of a person's own page.
alter table sensitive.client add column passphrase_tries integer not null default 0;
alter table sensitive.client add column passphrase_tried_at timestamptz;

-- Days on which a counsellor sees people. Who has a place stands in the bookings of the house; who it is, here, sealed by
-- the key of the office, as far as the reception has to know.
create table sensitive.counsel_session (
  id uuid primary key,
  organisation_id uuid not null,
  area_id text collate "C" not null,
  day date not null,
  starts time not null,
  ends time not null check (ends > starts),
  kind text not null check (kind in ('visit', 'home-visit', 'online')),
  place text not null default '',
  counsellor text not null,
  places integer not null check (places between 1 and 50),
  taken integer not null default 0,
  cancelled_at timestamptz,
  made_by text not null,
  made_at timestamptz not null
);
create index on sensitive.counsel_session (organisation_id, day, starts);
create table sensitive.appointment (
  id uuid primary key,
  session_id uuid not null references sensitive.counsel_session (id),
  organisation_id uuid not null,
  -- Whom the reception expects: a name as they gave it, how to call.
  expected bytea not null,
  case_id uuid references sensitive.consultation_case (id),
  state text not null check (state in ('booked', 'attended', 'cancelled', 'missed')),
  made_by text not null,
  made_at timestamptz not null,
  changed_at timestamptz not null
);
create index on sensitive.appointment (session_id);
create function yui_desk(organisation text) returns boolean
  language sql stable parallel safe
  return yui_casework(organisation) or yui_works_as(organisation, 'reception');
select yui_guard('sensitive.counsel_session', 'casework', reads => 'yui_desk(organisation_id::text)',
  changes => 'yui_desk(organisation_id::text)', deletes => 'false');
select yui_guard('sensitive.appointment', 'casework', reads => 'yui_desk(organisation_id::text)',
  inserts => 'yui_desk(organisation_id::text)', changes => 'yui_desk(organisation_id::text)', deletes => 'false');
grant select, insert, update on sensitive.counsel_session, sensitive.appointment to yui_sensitive;

-- A family is supported together: common goals, and each member's own case, by own consent.
create table sensitive.support_plan (
  id uuid primary key,
  organisation_id uuid not null,
  area_id text collate "C" not null,
  number text not null,
  goals bytea not null,
  version integer not null default 1,
  made_by text not null,
  made_at timestamptz not null,
  ended_on date
);
create table sensitive.support_plan_member (
  plan_id uuid not null references sensitive.support_plan (id),
  case_id uuid not null references sensitive.consultation_case (id),
  organisation_id uuid not null,
  person_id uuid not null,
  relation text not null,
  agreed_on date not null,
  way text not null check (way in ('paper', 'screen', 'telephone', 'spoken')),
  left_on date,
  primary key (plan_id, case_id)
);
create index on sensitive.support_plan_member (case_id);
select yui_guard('sensitive.support_plan', 'casework', deletes => 'false');
select yui_guard('sensitive.support_plan_member', 'casework', deletes => 'false');
grant select, insert, update on sensitive.support_plan, sensitive.support_plan_member to yui_sensitive;
