-- How a file was understood: where its table stands, what stands around it, and its first lines.
alter table import_batch add column layout jsonb;

-- A correction is kept by the names of the columns as the reader alone would have them (header_sha256), and by a name
-- that somebody gave it; `header` are the columns whose meanings are kept, `place` is where they stood.
alter table import_mapping
  add column header text[],
  add column place jsonb,
  add column name text;
create unique index import_mapping_name on import_mapping (area_id, kind, name) where name is not null;
