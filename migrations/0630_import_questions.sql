-- What a file leaves open, asked once for all of it (src/platform/tables/questions.ts); the answers stand with the other
-- choices. And the rows that are no fault and left aside, counted by kind: other areas, sums, former municipalities.
alter table import_batch
  add column questions jsonb,
  add column apart jsonb;

-- The 郡 of a town or village, by which addresses and statistics name it.
alter table area add column county text;
