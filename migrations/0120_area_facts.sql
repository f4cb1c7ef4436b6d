-- What is known of an area beside its observations: ratios between age bands, targets set, surveys and what they
-- found, activities by year. See src/evidence/indicators/facts/README.md.

create table age_band_ratio (
  area_id text not null collate "C",
  disease text not null,
  older_from smallint not null,
  older_to smallint not null,
  younger_from smallint not null,
  younger_to smallint not null,
  -- Given where the source printed no counts; computed from these where it did.
  ratio double precision,
  older_claims bigint,
  older_insured bigint,
  younger_claims bigint,
  younger_insured bigint,
  position smallint not null,
  source text not null,
  published boolean not null,
  primary key (area_id, disease, older_from, younger_from),
  check (ratio is not null or (older_claims is not null and younger_claims is not null))
);

-- `origin` is the module that keeps the row (or 'published' for what a document printed), `key` its own name for it.
create table area_target (
  area_id text not null collate "C",
  origin text not null,
  key text not null,
  goal text not null,
  item text not null,
  unit text not null,
  direction text not null check (direction in ('at_least', 'at_most')),
  baseline_year smallint,
  baseline_value double precision,
  target_year smallint,
  target_value double precision not null,
  -- The observed figure that the target is about, where there is one.
  indicator_code text collate "C",
  sex smallint,
  position smallint not null,
  source text not null,
  published boolean not null,
  primary key (area_id, origin, key)
);

create table area_survey (
  area_id text not null collate "C",
  key text not null,
  fiscal_year smallint not null,
  name text not null,
  unit text not null,
  -- Null where the source does not tell.
  surveyed bigint,
  responded bigint,
  source text not null,
  published boolean not null,
  primary key (area_id, key),
  check (responded <= surveyed)
);

create table area_survey_finding (
  area_id text not null collate "C",
  survey_key text not null,
  position smallint not null,
  topic text not null,
  finding text not null,
  primary key (area_id, survey_key, position),
  foreign key (area_id, survey_key) references area_survey (area_id, key)
);

create table activity_count (
  area_id text not null collate "C",
  origin text not null,
  key text not null,
  fiscal_year smallint not null,
  kind text not null,
  label text not null,
  -- Null where the source does not tell: not the same as none.
  sessions integer check (sessions >= 0),
  participants integer check (participants >= 0),
  source text not null,
  published boolean not null,
  primary key (area_id, origin, key)
);

alter table age_band_ratio enable row level security;
create policy age_band_ratio_read on age_band_ratio for select using (published or yui_touches(area_id));
create policy age_band_ratio_write on age_band_ratio using (yui_reaches(area_id)) with check (yui_reaches(area_id));
alter table area_target enable row level security;
create policy area_target_read on area_target for select using (published or yui_touches(area_id));
create policy area_target_write on area_target using (yui_reaches(area_id)) with check (yui_reaches(area_id));
alter table area_survey enable row level security;
create policy area_survey_read on area_survey for select using (published or yui_touches(area_id));
create policy area_survey_write on area_survey using (yui_reaches(area_id)) with check (yui_reaches(area_id));
alter table area_survey_finding enable row level security;
-- A finding is as public as its survey.
create policy area_survey_finding_read on area_survey_finding for select using (
  yui_touches(area_id) or exists (
    select 1 from area_survey survey
    where survey.area_id = area_survey_finding.area_id and survey.key = area_survey_finding.survey_key and survey.published));
create policy area_survey_finding_write on area_survey_finding using (yui_reaches(area_id)) with check (yui_reaches(area_id));
alter table activity_count enable row level security;
create policy activity_count_read on activity_count for select using (published or yui_touches(area_id));
create policy activity_count_write on activity_count using (yui_reaches(area_id)) with check (yui_reaches(area_id));

grant select, insert, update, delete
  on age_band_ratio, area_target, area_survey, area_survey_finding, activity_count to yui_app;
