-- A year's value that was entered by mistake is deleted and brought back like everything in the plan. Until now one of
-- a measure was emptied, which nobody could undo, and one of a target could not be taken back at all.
delete from plan_measure_value where value is null;
alter table plan_measure_value alter column value set not null;
alter table plan_target_value
  add column id uuid not null default gen_random_uuid(),
  add column deleted_at timestamptz,
  add column deleted_by text,
  add unique (area_id, id);
alter table plan_target_value alter column id drop default;
alter table plan_measure_value
  add column id uuid not null default gen_random_uuid(),
  add column deleted_at timestamptz,
  add column deleted_by text,
  add unique (area_id, id);
alter table plan_measure_value alter column id drop default;
