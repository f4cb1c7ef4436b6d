-- Places of whatever can be booked, for the whole house: who waits for one, to whom one is offered, who has one. What is
-- booked belongs to its own module, so it is named by its kind and its id. Rows are never deleted: they tell what was.
create table booking (
  area_id text collate "C" not null,
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  -- Which time or part of it: a day, a session. Empty while somebody waits for any.
  slot text collate "C" not null default '',
  -- On whose behalf: a person, an organisation, a request.
  holder_type text not null,
  holder_id text not null,
  -- Who uses it, under one spelling, where uses are counted.
  party text not null default '',
  came_before boolean not null default false,
  state text not null check (state in ('waiting', 'offered', 'booked', 'attended', 'cancelled')),
  made_at timestamptz not null,
  -- How long an offered place is kept free.
  offered_until timestamptz,
  ended_at timestamptz,
  ended_why text,
  primary key (area_id, id),
  check ((state = 'offered') <= (offered_until is not null)),
  check ((state = 'cancelled') = (ended_at is not null))
);
create unique index booking_once on booking (area_id, subject_type, subject_id, holder_id)
  where state in ('waiting', 'offered', 'booked');
create index booking_held on booking (area_id, subject_type, subject_id, slot, holder_id)
  where state in ('offered', 'booked', 'attended');
create index booking_line on booking (subject_type, area_id, subject_id, made_at) where state in ('waiting', 'offered');
create index booking_holder on booking (area_id, holder_id);
create index booking_party on booking (area_id, subject_type, party, slot) where state in ('offered', 'booked', 'attended');
select yui_guard('booking', 'area', inserts => 'yui_reaches(area_id) and yui_holds(holder_id)',
  changes => 'yui_reaches(area_id) and yui_holds(holder_id)');
grant select, insert, update on booking to yui_app;

-- What requests for support hold and wait for moves there. A place that is held out to who waits is one row from now on.
set local role yui_upkeep;
insert into booking (area_id, id, subject_type, subject_id, slot, holder_type, holder_id, party, came_before, state, made_at,
  offered_until, ended_at, ended_why)
select waiting.area_id, waiting.id, 'support-offer', waiting.offer_id, coalesce(held.day::text, ''), 'support-request',
  waiting.request_id::text, request.workplace_key, waiting.came_before,
  case when waiting.outcome is not null then 'cancelled' when held.day is not null then 'offered' else 'waiting' end,
  waiting.since, case when waiting.outcome is null and held.day is not null then coalesce(waiting.deadline, now()) end,
  case when waiting.outcome is not null then coalesce(waiting.offered_at, waiting.since) end, waiting.outcome
from support_waiting waiting
join support_request request on request.area_id = waiting.area_id and request.id = waiting.request_id
left join support_booking held on waiting.outcome is null and held.area_id = waiting.area_id
  and held.offer_id = waiting.offer_id and held.request_id = waiting.request_id and held.released_at is null;
insert into booking (area_id, id, subject_type, subject_id, slot, holder_type, holder_id, party, state, made_at, ended_at, ended_why)
select area_id, id, 'support-offer', offer_id, day::text, 'support-request', request_id::text, workplace_key,
  case when released_at is null then 'booked' else 'cancelled' end, made_at, released_at, released_why
from support_booking held
where released_at is not null or not exists (
  select from support_waiting waiting where waiting.outcome is null and waiting.area_id = held.area_id
    and waiting.offer_id = held.offer_id and waiting.request_id = held.request_id);
set local role yui_owner;
drop table support_waiting;
drop table support_booking;
