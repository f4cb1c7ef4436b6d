-- What people say of a thing, for every module: of a part of the plan, of a meeting. The module says who may; a comment
-- may be hidden and shown again, and what was asked may be marked as settled. Nothing of it is published.
create table comment (
  area_id text collate "C" not null,
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  -- The comment that it answers.
  reply_to uuid,
  text text not null,
  -- For whom it was said: an organisation or a person, as they were called then.
  author text not null,
  written_by text not null,
  written_at timestamptz not null,
  hidden_at timestamptz,
  hidden_by text,
  settled_at timestamptz,
  settled_by text,
  primary key (area_id, id),
  foreign key (area_id, reply_to) references comment (area_id, id)
);
create index on comment (area_id, subject_type, subject_id);
create index on comment (area_id, written_at);
select yui_guard('comment', 'area');
grant select, insert on comment to yui_app;
grant update (hidden_at, hidden_by, settled_at, settled_by) on comment to yui_app;

set local role yui_upkeep;
insert into comment (area_id, id, subject_type, subject_id, text, author, written_by, written_at, hidden_at, hidden_by)
select area_id, id,
  case when issue_id is not null then 'issue' when goal_id is not null then 'goal' else 'initiative' end,
  coalesce(issue_id, goal_id, initiative_id), text, organisation, written_by, written_at, hidden_at, hidden_by
from plan_comment;
insert into comment (area_id, id, subject_type, subject_id, text, author, written_by, written_at)
select area_id, id, 'meeting', meeting_id, text, written_by_name, written_by, written_at from council_comment;
set local role yui_owner;
drop table plan_comment;
drop table council_comment;
