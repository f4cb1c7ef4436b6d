-- The plan of an area: health issue -> pillar -> goal -> target -> initiative -> activity -> evaluation. Every link
-- upwards may be null: one may start anywhere, and the page shows what is still unlinked. A deleted thing keeps its
-- row (deleted_at) and can be brought back for 30 days.
create table plan_issue (
  area_id text not null,
  id uuid not null,
  title text not null,
  description text not null default '',
  -- The fiscal year in which it was seen: an annual report tells of the issues known by then.
  seen_in int not null,
  -- What made it, e.g. {"kind":"decision","id":"…","label":"第2回 決定1","path":"/areas/…"}.
  origin jsonb,
  created_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by text,
  primary key (area_id, id)
);
create table plan_evidence (
  area_id text not null,
  id uuid not null,
  issue_id uuid not null,
  kind text not null check (kind in ('indicator', 'finding', 'statement')),
  text text not null,
  -- Which sector brought it: the maturity ladder asks for data of two sectors.
  sector text,
  source text not null default '',
  -- The figure as it was shown when it was taken: indicator, area, year, value, unit, verdict.
  figure jsonb,
  created_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by text,
  primary key (area_id, id),
  foreign key (area_id, issue_id) references plan_issue (area_id, id)
);
create index on plan_evidence (area_id, issue_id);

create table plan_pillar (
  area_id text not null,
  id uuid not null,
  title text not null,
  position int not null default 0,
  created_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by text,
  primary key (area_id, id)
);
create table plan_goal (
  area_id text not null,
  id uuid not null,
  issue_id uuid,
  pillar_id uuid,
  title text not null,
  created_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by text,
  primary key (area_id, id),
  foreign key (area_id, issue_id) references plan_issue (area_id, id),
  foreign key (area_id, pillar_id) references plan_pillar (area_id, id)
);
create index on plan_goal (area_id, issue_id);

create table plan_target (
  area_id text not null,
  id uuid not null,
  goal_id uuid,
  item text not null,
  unit text not null,
  direction text not null check (direction in ('at_least', 'at_most')),
  baseline_year int not null,
  baseline_value numeric not null,
  target_year int not null,
  target_value numeric not null,
  source text not null default '',
  indicator text,
  created_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by text,
  primary key (area_id, id),
  foreign key (area_id, goal_id) references plan_goal (area_id, id),
  check (target_year > baseline_year)
);
create index on plan_target (area_id, goal_id);
create table plan_target_value (
  area_id text not null,
  target_id uuid not null,
  fiscal_year int not null,
  value numeric not null,
  source text not null default '',
  entered_at timestamptz not null,
  primary key (area_id, target_id, fiscal_year),
  foreign key (area_id, target_id) references plan_target (area_id, id)
);

create table plan_initiative (
  area_id text not null,
  id uuid not null,
  goal_id uuid,
  title text not null,
  kind text not null check (kind in ('survey', 'health_promotion', 'overall_planning', 'staff_training')),
  fine_kind text not null,
  -- person, workplace, partner_organisations, administration
  who_acts text[] not null default '{}',
  audience text not null default '',
  period_from date,
  period_to date,
  budget_yen bigint check (budget_yen >= 0),
  budget_owner text not null default '',
  output_measure text not null default '',
  outcome_measure text not null default '',
  materials text not null default '',
  -- The goal of the prefecture's plan that it serves (maturity 2-③).
  prefecture_goal text not null default '',
  status text not null default 'planned' check (status in ('planned', 'running', 'done', 'stopped')),
  origin jsonb,
  created_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by text,
  primary key (area_id, id),
  foreign key (area_id, goal_id) references plan_goal (area_id, id),
  check (period_to >= period_from)
);
create index on plan_initiative (area_id, goal_id);
create table plan_initiative_organisation (
  area_id text not null,
  initiative_id uuid not null,
  position int not null,
  role text not null check (role in ('lead', 'partner')),
  name text not null,
  sector text,
  organisation_id uuid,
  primary key (area_id, initiative_id, position),
  foreign key (area_id, initiative_id) references plan_initiative (area_id, id)
);

create table plan_activity (
  area_id text not null,
  id uuid not null,
  initiative_id uuid,
  kind text not null,
  title text not null,
  fiscal_year int not null,
  held_from date not null,
  held_to date not null,
  -- A line of an old table that gives a year's total, not one event.
  is_total boolean not null default false,
  place text not null default '',
  online boolean not null default false,
  host text not null,
  host_organisation_id uuid,
  partners text not null default '',
  -- Null where the source does not tell: not the same as none.
  sessions int check (sessions >= 0),
  participants int check (participants >= 0),
  men int check (men >= 0),
  women int check (women >= 0),
  workplaces int check (workplaces >= 0),
  fee text check (fee in ('free', 'paid')),
  result text not null default '',
  file_id uuid,
  -- Who brought it: 'page', 'csv', or the module that counts by itself, with its own key so that it counts once.
  source text not null default 'page',
  source_key text not null,
  entered_by text not null,
  entered_at timestamptz not null,
  changed_at timestamptz,
  deleted_at timestamptz,
  deleted_by text,
  primary key (area_id, id),
  unique (area_id, source, source_key),
  foreign key (area_id, initiative_id) references plan_initiative (area_id, id),
  check (held_to >= held_from)
);
create index on plan_activity (area_id, initiative_id);
create index on plan_activity (area_id, fiscal_year, kind);
create index on plan_activity (area_id, held_from desc, id desc);

-- Output and outcome measures of an initiative by year (consultations: 561, of which mental health 130).
create table plan_measure (
  area_id text not null,
  id uuid not null,
  initiative_id uuid not null,
  kind text not null check (kind in ('output', 'outcome')),
  name text not null,
  unit text not null,
  part_of uuid,
  position int not null default 0,
  primary key (area_id, id),
  foreign key (area_id, initiative_id) references plan_initiative (area_id, id)
);
create table plan_measure_value (
  area_id text not null,
  measure_id uuid not null,
  fiscal_year int not null,
  value numeric not null,
  source text not null default '',
  primary key (area_id, measure_id, fiscal_year),
  foreign key (area_id, measure_id) references plan_measure (area_id, id)
);

create table plan_evaluation (
  area_id text not null,
  id uuid not null,
  initiative_id uuid,
  goal_id uuid,
  fiscal_year int not null,
  kind text not null check (kind in ('structure', 'process', 'output', 'outcome')),
  finding text not null,
  grade text check (grade in ('good', 'fair', 'poor')),
  carries_over boolean not null default false,
  next_step text not null default '',
  written_by text not null,
  written_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by text,
  primary key (area_id, id),
  foreign key (area_id, initiative_id) references plan_initiative (area_id, id),
  foreign key (area_id, goal_id) references plan_goal (area_id, id)
);
create index on plan_evaluation (area_id, initiative_id);

-- What the public sees: the plan as it stood when it was published. Earlier publications stay.
create table plan_publication (
  area_id text not null,
  version int not null,
  body jsonb not null,
  published_by text not null,
  published_at timestamptz not null,
  primary key (area_id, version)
);
-- Initiatives that areas published, for others to copy from.
create table plan_library_entry (
  area_id text not null,
  initiative_id uuid not null,
  title text not null,
  body jsonb not null,
  published_at timestamptz not null,
  primary key (area_id, initiative_id)
);

alter table plan_issue enable row level security;
alter table plan_evidence enable row level security;
alter table plan_pillar enable row level security;
alter table plan_goal enable row level security;
alter table plan_target enable row level security;
alter table plan_target_value enable row level security;
alter table plan_initiative enable row level security;
alter table plan_initiative_organisation enable row level security;
alter table plan_activity enable row level security;
alter table plan_measure enable row level security;
alter table plan_measure_value enable row level security;
alter table plan_evaluation enable row level security;
alter table plan_publication enable row level security;
alter table plan_library_entry enable row level security;
create policy reach on plan_issue using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on plan_evidence using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on plan_pillar using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on plan_goal using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on plan_target using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on plan_target_value using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on plan_initiative using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on plan_initiative_organisation using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on plan_activity using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on plan_measure using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on plan_measure_value using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy reach on plan_evaluation using (yui_reaches(area_id)) with check (yui_reaches(area_id));
-- Published is published: anyone reads it, the area alone writes it.
create policy anyone_reads on plan_publication for select using (true);
create policy area_publishes on plan_publication for insert with check (yui_reaches(area_id));
create policy anyone_reads on plan_library_entry for select using (true);
create policy area_publishes on plan_library_entry for insert with check (yui_reaches(area_id));
create policy area_replaces on plan_library_entry for update using (yui_reaches(area_id));
create policy area_withdraws on plan_library_entry for delete using (yui_reaches(area_id));

grant select, insert, update on
  plan_issue, plan_evidence, plan_pillar, plan_goal, plan_target, plan_target_value, plan_initiative,
  plan_activity, plan_measure, plan_measure_value, plan_evaluation to yui_app;
grant select, insert, update, delete on plan_initiative_organisation, plan_library_entry to yui_app;
grant select, insert on plan_publication to yui_app;
