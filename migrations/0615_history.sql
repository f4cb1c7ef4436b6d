-- What happened to a thing, for every module: what, by whom, when, in order. Written once, never changed.
create table history_entry (
  area_id text collate "C" not null,
  subject_type text not null,
  subject_id uuid not null,
  position integer not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  -- The state after it, of a thing that has states.
  state text,
  detail jsonb not null default '{}',
  primary key (area_id, subject_id, position)
);
select yui_guard('history_entry', 'area', holder => 'subject_id');
grant select, insert on history_entry to yui_app;

set local role yui_upkeep;
insert into history_entry (area_id, subject_type, subject_id, position, at, actor, action, state, detail)
select area_id, 'support_request', request_id, position, at, actor, action, status, detail from support_event;
insert into history_entry (area_id, subject_type, subject_id, position, at, actor, action, detail)
select area_id, 'organisation', organisation_id, version, at, actor,
  case when version = 1 then 'organisation.add' else 'organisation.change' end, content
from organisation_version;
set local role yui_owner;
drop table support_event;
drop table organisation_version;
