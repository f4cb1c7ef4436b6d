-- Why an office looked; and of a list, one look a day for each person.
alter table sensitive.person_look add column why text not null default '', add column on_day date;
create unique index on sensitive.person_look (person_id, organisation_id, role, what, on_day) where on_day is not null;

-- Who reminds offices also sees what was received and not answered. What was handed over stands in other tables, sealed.
create policy reminder_reads on sensitive.referral for select
  using (state = 'received' and yui_actor() = '<referral-reminders>');

-- That an office sent somebody on because of a danger, and when a second pair of eyes looked: for the auditor, who sees
-- neither the person nor what was handed over.
create table sensitive.danger_notice (
  area_id text collate "C" not null,
  referral_id uuid not null,
  organisation_id uuid not null,
  sent_at timestamptz not null,
  seconded_at timestamptz,
  primary key (area_id, referral_id)
);
select yui_guard('sensitive.danger_notice', 'area', deletes => 'false');
grant select, insert, update on sensitive.danger_notice to yui_sensitive;
create index on sensitive.danger_notice (area_id, sent_at) where seconded_at is null;

comment on table sensitive.counsel_session is
  'Days on which a counsellor sees people, with a count of the places taken. Who has a place stands in sensitive.appointment, sealed by the key of the office: the bookings of the house hold no name that is sealed.';
