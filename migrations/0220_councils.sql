-- Councils and other bodies of an area, their meetings, what was decided and who does it.
create table council_body (
  area_id text not null,
  id uuid not null,
  kind text not null check (kind in
    ('prefecture_council', 'area_council', 'working_group', 'suicide_prevention_liaison', 'other')),
  name text not null,
  parent_id uuid,
  founded_on date,
  terms_of_reference text not null default '',
  created_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by text,
  primary key (area_id, id),
  foreign key (area_id, parent_id) references council_body (area_id, id)
);
create table council_member (
  area_id text not null,
  id uuid not null,
  body_id uuid not null,
  position int not null default 0,
  organisation text not null,
  organisation_id uuid,
  sector text not null,
  representative text not null default '',
  email text not null default '',
  role text not null check (role in ('chair', 'deputy_chair', 'secretariat', 'key_person', 'member')),
  term_from date,
  term_to date,
  created_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by text,
  primary key (area_id, id),
  foreign key (area_id, body_id) references council_body (area_id, id),
  check (term_to >= term_from)
);
create index on council_member (area_id, body_id);

create table council_meeting (
  area_id text not null,
  id uuid not null,
  body_id uuid not null,
  title text not null,
  place text not null default '',
  poll_deadline date,
  -- Null until a date is fixed. Times are wall-clock times in Asia/Tokyo.
  held_on date,
  starts_at text check (starts_at ~ '^\d{2}:\d{2}$'),
  ends_at text check (ends_at ~ '^\d{2}:\d{2}$'),
  invited_at timestamptz,
  reminded_at timestamptz,
  cancelled_at timestamptz,
  -- How often the calendar entry was sent: a changed date replaces the entry in the members' calendars.
  calendar_sequence int not null default 0,
  created_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by text,
  primary key (area_id, id),
  foreign key (area_id, body_id) references council_body (area_id, id)
);
create index on council_meeting (area_id, body_id, held_on);
create table council_date_option (
  area_id text not null,
  id uuid not null,
  meeting_id uuid not null,
  day date not null,
  starts_at text not null check (starts_at ~ '^\d{2}:\d{2}$'),
  ends_at text not null check (ends_at ~ '^\d{2}:\d{2}$'),
  primary key (area_id, id),
  foreign key (area_id, meeting_id) references council_meeting (area_id, id)
);
create table council_invitee (
  area_id text not null,
  meeting_id uuid not null,
  member_id uuid not null,
  answered_at timestamptz,
  comment text not null default '',
  attendance text check (attendance in ('present', 'proxy', 'absent')),
  primary key (area_id, meeting_id, member_id),
  foreign key (area_id, meeting_id) references council_meeting (area_id, id),
  foreign key (area_id, member_id) references council_member (area_id, id)
);
-- No row is "no answer": another thing than "no".
create table council_date_answer (
  area_id text not null,
  option_id uuid not null,
  member_id uuid not null,
  answer text not null check (answer in ('yes', 'if_need_be', 'no')),
  primary key (area_id, option_id, member_id),
  foreign key (area_id, option_id) references council_date_option (area_id, id),
  foreign key (area_id, member_id) references council_member (area_id, id)
);
-- The way of a member without an account to the poll. Only a hash is kept; a reminder makes another link.
create table council_link (
  area_id text not null,
  token_hash text not null,
  meeting_id uuid not null,
  member_id uuid not null,
  valid_until date not null,
  primary key (area_id, token_hash),
  foreign key (area_id, meeting_id) references council_meeting (area_id, id),
  foreign key (area_id, member_id) references council_member (area_id, id)
);
create index on council_link (token_hash);

create table council_agenda_item (
  area_id text not null,
  id uuid not null,
  meeting_id uuid not null,
  position int not null,
  title text not null,
  presenter text not null default '',
  deleted_at timestamptz,
  primary key (area_id, id),
  foreign key (area_id, meeting_id) references council_meeting (area_id, id)
);
create table council_paper (
  area_id text not null,
  id uuid not null,
  meeting_id uuid not null,
  position int not null,
  title text not null,
  kind text not null check (kind in ('file', 'excerpt', 'report')),
  -- Which member reported (maturity 1-② asks).
  member_id uuid,
  file_id uuid,
  -- An excerpt of the profile exactly as it was shown when it was taken.
  excerpt jsonb,
  text text not null default '',
  created_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by text,
  primary key (area_id, id),
  foreign key (area_id, meeting_id) references council_meeting (area_id, id)
);
create index on council_paper (area_id, meeting_id);

-- Minutes are never written over: each saving is a row. A version ends when it is approved; a correction is the next.
create table council_minutes (
  area_id text not null,
  meeting_id uuid not null,
  version int not null,
  revision int not null,
  body text not null,
  saved_by text not null,
  saved_by_name text not null,
  saved_at timestamptz not null,
  reason text not null default '',
  primary key (area_id, meeting_id, version, revision),
  foreign key (area_id, meeting_id) references council_meeting (area_id, id)
);
create table council_minutes_approval (
  area_id text not null,
  meeting_id uuid not null,
  version int not null,
  revision int not null,
  approved_by text not null,
  approved_by_name text not null,
  approved_at timestamptz not null,
  primary key (area_id, meeting_id, version),
  foreign key (area_id, meeting_id, version, revision)
    references council_minutes (area_id, meeting_id, version, revision)
);

create table council_decision (
  area_id text not null,
  id uuid not null,
  meeting_id uuid not null,
  position int not null,
  text text not null,
  made_kind text check (made_kind in ('issue', 'initiative', 'task')),
  made_id uuid,
  created_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by text,
  primary key (area_id, id),
  foreign key (area_id, meeting_id) references council_meeting (area_id, id)
);
create index on council_decision (area_id, meeting_id);
create table council_task (
  area_id text not null,
  id uuid not null,
  meeting_id uuid,
  decision_id uuid,
  text text not null,
  owner text not null,
  due_on date,
  done_at timestamptz,
  created_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by text,
  primary key (area_id, id),
  foreign key (area_id, meeting_id) references council_meeting (area_id, id),
  foreign key (area_id, decision_id) references council_decision (area_id, id)
);
create index on council_task (area_id, due_on) where done_at is null;
create table council_comment (
  area_id text not null,
  id uuid not null,
  meeting_id uuid not null,
  text text not null,
  written_by text not null,
  written_by_name text not null,
  written_at timestamptz not null,
  primary key (area_id, id),
  foreign key (area_id, meeting_id) references council_meeting (area_id, id)
);

-- The secretariat's own judgement of the maturity, with its reason. The last one of a year counts.
create table council_maturity_judgement (
  area_id text not null,
  id uuid not null,
  fiscal_year int not null,
  level text not null check (level in ('0', '1-1', '1-2', '2-1', '2-2', '2-3', '3')),
  reason text not null check (reason <> ''),
  judged_by text not null,
  judged_at timestamptz not null,
  primary key (area_id, id)
);
-- The facts of each report as they stood when it was made: a later one says what was corrected since.
create table council_report (
  area_id text not null,
  fiscal_year int not null,
  edition int not null,
  facts jsonb not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (area_id, fiscal_year, edition)
);
-- What the board of all areas shows of each, kept by the area's own use-cases: open to every area, nothing personal.
create table council_board_line (
  area_id text not null,
  fiscal_year int not null,
  has_council boolean not null,
  meetings int not null default 0,
  last_met_on date,
  maturity text not null,
  primary key (area_id, fiscal_year)
);

alter table council_body enable row level security;
alter table council_member enable row level security;
alter table council_meeting enable row level security;
alter table council_date_option enable row level security;
alter table council_invitee enable row level security;
alter table council_date_answer enable row level security;
alter table council_link enable row level security;
alter table council_agenda_item enable row level security;
alter table council_paper enable row level security;
alter table council_minutes enable row level security;
alter table council_minutes_approval enable row level security;
alter table council_decision enable row level security;
alter table council_task enable row level security;
alter table council_comment enable row level security;
alter table council_maturity_judgement enable row level security;
alter table council_report enable row level security;
alter table council_board_line enable row level security;
create policy reach on council_body using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on council_member using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on council_meeting using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on council_date_option using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on council_invitee using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on council_date_answer using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on council_link using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on council_agenda_item using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on council_paper using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on council_minutes using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on council_minutes_approval using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on council_decision using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on council_task using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on council_comment using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on council_maturity_judgement using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on council_report using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy anyone_reads on council_board_line for select using (true);
create policy area_writes on council_board_line for insert with check (yui_reaches(area_id));
create policy area_changes on council_board_line for update using (yui_reaches(area_id));

grant select, insert, update on
  council_body, council_member, council_meeting, council_agenda_item, council_paper, council_invitee,
  council_date_answer, council_decision, council_task, council_board_line to yui_app;
grant select, insert, delete on council_date_option, council_link to yui_app;
grant select, insert on
  council_minutes, council_minutes_approval, council_comment, council_maturity_judgement, council_report to yui_app;
