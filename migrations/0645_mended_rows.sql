-- Rows of an import's file that were mended on its page: their line, and their cells before and after. The file itself
-- stays as it was sent.
alter table import_batch add column mended jsonb;
