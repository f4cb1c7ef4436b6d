-- What became of an event: its counts in their own units, as they go into the plan, and what was introduced there.
create table event_report (
  area_id text collate "C" not null,
  event_id uuid not null,
  -- What was counted in the end, a whole number a unit: {"persons": 48, "workplaces": 12}.
  counts jsonb not null,
  summary text not null default '',
  -- Whether the occupational health centre and the area's other help were introduced.
  told_centre boolean not null,
  told_resources boolean not null,
  reported_at timestamptz not null,
  reported_by text not null,
  primary key (area_id, event_id),
  foreign key (area_id, event_id) references event (area_id, id)
);
select yui_guard('event_report', 'area');
grant select, insert, update on event_report to yui_app;

-- A certificate as it was issued; its data never change. A correction is a new one that replaces it.
create table event_certificate (
  area_id text collate "C" not null,
  id uuid not null,
  number text not null,
  year int not null,
  position int not null,
  event_id uuid not null,
  person_id uuid not null,
  name text not null,
  title text not null,
  issuer text not null,
  sessions int not null,
  minutes int not null,
  from_day date not null,
  until_day date not null,
  issued_on date not null,
  replaced_on date,
  replaced_by uuid,
  primary key (area_id, id),
  unique (area_id, number),
  unique (area_id, year, position),
  check ((replaced_on is null) = (replaced_by is null)),
  foreign key (area_id, event_id) references event (area_id, id),
  foreign key (area_id, person_id) references event_person (area_id, id)
);
create index event_certificate_event on event_certificate (area_id, event_id);
create unique index event_certificate_person on event_certificate (area_id, event_id, person_id)
  where replaced_on is null;
select yui_guard('event_certificate', 'area');
grant select, insert, update on event_certificate to yui_app;

-- What anybody may learn by a certificate's number: whether it stands and for what it was issued, never for whom.
create function event_certificate_check(area text, told text)
  returns table (number text, title text, issuer text, sessions int, minutes int, issued_on date, replaced_on date)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select one.number, one.title, one.issuer, one.sessions, one.minutes, one.issued_on, one.replaced_on
    from event_certificate one where one.area_id = area and one.number = told;
  end;
alter function event_certificate_check(text, text) owner to yui_upkeep;
