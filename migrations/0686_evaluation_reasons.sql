-- What was achieved, and what it is put down to (成果, 要因), beside the finding of an evaluation.
alter table plan_evaluation
  add column achieved text not null default '',
  add column put_down_to text not null default '';
