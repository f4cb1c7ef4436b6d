-- An entry carries a code under a key that the database does not hold, so that one written around the app is known, and
-- what a look showed, so that it can be asked who looked at whom. Entries wait in the order of their arrival until the
-- sealer binds them: clocks play no part. Links from here on are bound under the same key (version 2).
alter table audit_entry add column shown text[], add column mac text;
create index on audit_entry using gin (shown) where shown is not null;
create index on audit_entry (area_id, subject_id, at) where subject_id is not null;

alter table audit_chain add column version smallint not null default 1;
alter table audit_chain alter column version drop default;

create table audit_waiting (
  area_id text collate "C" not null,
  entry_id uuid not null,
  primary key (area_id, entry_id)
);
-- A waiting row tells nothing and protects nothing: an entry that is in no chain shows without it.
select yui_guard('audit_waiting', 'area', inserts => 'true', deletes => 'yui_actor() = ''<audit-seal>''');
grant select, insert, delete on audit_waiting to yui_app;

-- What the daily verification found, for the page of today of those who watch over the log.
create table audit_check (
  area_id text collate "C" not null,
  id uuid not null,
  at timestamptz not null,
  entries bigint not null,
  findings integer not null,
  kinds text[] not null,
  primary key (area_id, id)
);
select yui_guard('audit_check', 'area');
grant select, insert, delete on audit_check to yui_app;
