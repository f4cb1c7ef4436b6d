-- The facts about areas: what is counted (indicator, observation_source), what was counted (observation,
-- observation_history) and how it came in (import_batch and its parts). See docs/decisions/0010-observations.md.

-- Code lists, small and shared; filled from reference/indicators.json at start.
create table indicator (
  no smallint primary key,
  code text not null unique collate "C",
  name_ja text not null,
  name_en text not null,
  definition_ja text not null,
  numerator_ja text,
  denominator_ja text,
  kind text not null check (kind in ('proportion', 'rate', 'count', 'value', 'ratio')),
  unit text not null,
  -- What value is multiplied with where it is computed as numerator / denominator: 100, 1000, 100000.
  multiplier integer not null,
  decimals smallint not null,
  polarity text not null check (polarity in ('higher_is_worse', 'lower_is_worse', 'neutral')),
  -- The indicator that this one is a part of: the share is computed, never stored.
  whole text collate "C",
  theme text not null,
  position smallint not null,
  default_source text not null collate "C",
  geographies text[] not null,
  synonyms text[] not null,
  least double precision,
  most double precision,
  valid_from smallint,
  valid_to smallint
);

create table observation_source (
  no smallint primary key,
  code text not null unique collate "C",
  name_ja text not null,
  name_en text not null,
  owner_ja text not null,
  population_ja text not null,
  -- What a reader must know before believing the figure.
  caution_ja text,
  synonyms text[] not null
);

-- Columns from wide to narrow, so that a row has no padding; the key in small numbers, so that its index is small.
create table observation (
  numerator bigint,
  denominator bigint,
  value double precision,
  lower double precision,
  upper double precision,
  -- The day that a stock figure describes; the fiscal year is the one in which the day lies.
  as_of date,
  indicator_no smallint not null,
  fiscal_year smallint not null,
  -- 0 all, 1 male, 2 female
  sex smallint not null,
  -- first age * 128 + last age; 127 as last is "and older". All ages: 127. 40-49: 5169. 65+: 8447.
  age_band smallint not null,
  source_no smallint not null,
  published boolean not null,
  import_id uuid not null,
  area_id text not null collate "C",
  primary key (area_id, indicator_no, fiscal_year, sex, age_band, source_no)
);

-- Figures that were current once. `ended_by` is the import that replaced the figure, or, of a figure whose own
-- import was withdrawn, that import itself.
create table observation_history (
  numerator bigint,
  denominator bigint,
  value double precision,
  lower double precision,
  upper double precision,
  ended_at timestamptz not null,
  as_of date,
  indicator_no smallint not null,
  fiscal_year smallint not null,
  sex smallint not null,
  age_band smallint not null,
  source_no smallint not null,
  published boolean not null,
  import_id uuid not null,
  ended_by uuid not null,
  area_id text not null collate "C",
  primary key (area_id, indicator_no, fiscal_year, sex, age_band, source_no, ended_by, import_id)
);

-- One file that somebody brought. `area_id` is the area for which the person works, not that of the figures.
create table import_batch (
  area_id text not null collate "C",
  id uuid not null,
  created_by text not null,
  created_at timestamptz not null,
  -- The areas whose figures the person may change, as they were when the import was begun; null is every area.
  reach text[],
  file_name text not null,
  file_bytes bigint not null,
  file_sha256 text not null,
  state text not null check (state in ('matching', 'checking', 'ready', 'importing', 'done', 'failed', 'cancelled', 'withdrawn')),
  state_since timestamptz not null,
  encoding text,
  delimiter text,
  header text[],
  sample jsonb,
  -- What each column means, and what holds for the whole file.
  mapping jsonb,
  choices jsonb,
  bytes_read bigint not null default 0,
  rows_read bigint not null default 0,
  rows_new bigint not null default 0,
  rows_changed bigint not null default 0,
  rows_unchanged bigint not null default 0,
  rows_rejected bigint not null default 0,
  changes jsonb,
  -- Why nothing could be read, or why it failed: one sentence for the person.
  problem text,
  primary key (area_id, id)
);

create table import_rejected_row (
  area_id text not null collate "C",
  import_id uuid not null,
  line bigint not null,
  cells text[] not null,
  problems jsonb not null,
  primary key (area_id, import_id, line),
  foreign key (area_id, import_id) references import_batch (area_id, id)
);

-- Which column meant what, for the next file with the same header.
create table import_mapping (
  area_id text not null collate "C",
  header_sha256 text not null collate "C",
  mapping jsonb not null,
  choices jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (area_id, header_sha256)
);

alter table indicator enable row level security;
create policy indicator_read on indicator for select using (true);
create policy indicator_write on indicator using (yui_reaches('jp')) with check (yui_reaches('jp'));
grant select, insert, update on indicator to yui_app;

alter table observation_source enable row level security;
create policy observation_source_read on observation_source for select using (true);
create policy observation_source_write on observation_source using (yui_reaches('jp')) with check (yui_reaches('jp'));
grant select, insert, update on observation_source to yui_app;

alter table observation enable row level security;
create policy observation_read on observation for select using (published or yui_touches(area_id));
create policy observation_insert on observation for insert with check (yui_touches(area_id));
create policy observation_update on observation for update using (yui_touches(area_id)) with check (yui_touches(area_id));
create policy observation_delete on observation for delete using (yui_touches(area_id));
grant select, insert, update, delete on observation to yui_app;

alter table observation_history enable row level security;
create policy observation_history_read on observation_history for select using (yui_touches(area_id));
create policy observation_history_insert on observation_history for insert with check (yui_touches(area_id));
grant select, insert on observation_history to yui_app;

alter table import_batch enable row level security;
create policy import_batch_all on import_batch using (yui_reaches(area_id)) with check (yui_reaches(area_id));
grant select, insert, update on import_batch to yui_app;

alter table import_rejected_row enable row level security;
create policy import_rejected_row_all on import_rejected_row using (yui_reaches(area_id)) with check (yui_reaches(area_id));
grant select, insert, delete on import_rejected_row to yui_app;

alter table import_mapping enable row level security;
create policy import_mapping_all on import_mapping using (yui_reaches(area_id)) with check (yui_reaches(area_id));
grant select, insert, update on import_mapping to yui_app;
