-- A measure says what it should come to, and is deleted and brought back like everything in the plan.
alter table plan_measure
  add column goal_value numeric check (goal_value >= 0),
  add column deleted_at timestamptz,
  add column deleted_by text;
-- A value that was entered for the wrong year is taken back: its row stays, without a value.
alter table plan_measure_value alter column value drop not null;
