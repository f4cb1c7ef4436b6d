-- What the scanner says of each file. Where none is set up, files wait and may be opened all the same; once one is, it
-- looks at those first that came before it. Of an infected file the content is deleted.
alter table stored_file
  add column scan text not null default 'waiting' check (scan in ('waiting', 'clean', 'infected')),
  add column scanned_at timestamptz,
  -- The name that the scanner gives to what it found.
  add column found text,
  -- The mail address of a sender without an account, until the scanner has looked.
  add column tell text;
create index stored_file_waiting on stored_file (stored_at) where scan = 'waiting';
grant update (scan, scanned_at, found, tell) on stored_file to yui_app;
