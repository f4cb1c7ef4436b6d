-- A draft of the minutes that went round for approval, and what each member said of it.
create table council_minutes_round (
  area_id text collate "C" not null,
  meeting_id uuid not null,
  version int not null,
  revision int not null,
  answer_by date,
  sent_by_name text not null,
  sent_at timestamptz not null,
  primary key (area_id, meeting_id, version, revision),
  foreign key (area_id, meeting_id, version, revision)
    references council_minutes (area_id, meeting_id, version, revision)
);
select yui_guard('council_minutes_round', 'area');
grant select, insert on council_minutes_round to yui_app;

create table council_minutes_answer (
  area_id text collate "C" not null,
  meeting_id uuid not null,
  version int not null,
  revision int not null,
  member_id uuid not null,
  answer text not null check (answer in ('agreed', 'comment')),
  text text not null default '',
  answered_at timestamptz not null,
  entered_by text not null default '',
  primary key (area_id, meeting_id, version, revision, member_id),
  foreign key (area_id, meeting_id, version, revision)
    references council_minutes_round (area_id, meeting_id, version, revision),
  foreign key (area_id, member_id) references council_member (area_id, id),
  check (answer = 'agreed' or text <> '')
);
select yui_guard('council_minutes_answer', 'area');
grant select, insert, update on council_minutes_answer to yui_app;
