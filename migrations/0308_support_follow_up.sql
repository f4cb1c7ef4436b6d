-- What follows a visit. A report that was wrong is taken back by a further version: nothing that was told is erased.
alter table support_report add column withdrawn boolean not null default false;

-- When the workplace was last shown where one person can be helped. No person is named here: the module for
-- consultations begins with whoever comes.
alter table support_request add column consultation_shown_at timestamptz;

-- "Tell us again next year": a letter on that day, with a link that opens the form as it was filled.
create table support_reminder (
  area_id text not null,
  request_id uuid not null,
  remind_on date not null,
  made_at timestamptz not null,
  sent_at timestamptz,
  primary key (area_id, request_id),
  foreign key (area_id, request_id) references support_request (area_id, id)
);
create index support_reminder_due on support_reminder (remind_on) where sent_at is null;
alter table support_reminder enable row level security;
create policy reach on support_reminder using (yui_reaches(area_id)) with check (yui_reaches(area_id));
grant select, insert, update on support_reminder to yui_app;

alter table support_link drop constraint support_link_purpose_check;
alter table support_link add constraint support_link_purpose_check
  check (purpose in ('receipt', 'answer', 'feed', 'again'));
