-- What members say of the plan: of an issue, a goal or an initiative. Read by whoever reads the plan, never published.
-- The secretariat may hide one; it stays, and can be shown again.
create table plan_comment (
  area_id text not null,
  id uuid not null,
  issue_id uuid,
  goal_id uuid,
  initiative_id uuid,
  text text not null,
  -- For whom it was said, as the organisation was called then.
  organisation text not null,
  written_by text not null,
  written_at timestamptz not null,
  hidden_at timestamptz,
  hidden_by text,
  primary key (area_id, id),
  foreign key (area_id, issue_id) references plan_issue (area_id, id),
  foreign key (area_id, goal_id) references plan_goal (area_id, id),
  foreign key (area_id, initiative_id) references plan_initiative (area_id, id),
  check (num_nonnulls(issue_id, goal_id, initiative_id) = 1)
);
create index on plan_comment (area_id, issue_id) where issue_id is not null;
create index on plan_comment (area_id, goal_id) where goal_id is not null;
create index on plan_comment (area_id, initiative_id) where initiative_id is not null;
alter table plan_comment enable row level security;
create policy reach on plan_comment using (yui_reaches(area_id)) with check (yui_reaches(area_id));
grant select, insert on plan_comment to yui_app;
grant update (hidden_at, hidden_by) on plan_comment to yui_app;
