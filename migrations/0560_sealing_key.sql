-- The keys that seal what names a person: one a holder, wrapped by a master key that is not in the database. A holder
-- whose key was destroyed keeps the row without it: what was sealed for them is erased, also in every table that holds it.
create table sealing_key (
  holder_kind text not null check (holder_kind in ('organisation', 'person', 'session', 'house')),
  holder_id text not null check (holder_id <> ''),
  wrapped bytea,
  master_key_id text not null,
  made_at timestamptz not null default now(),
  destroyed_at timestamptz check ((wrapped is null) = (destroyed_at is not null)),
  primary key (holder_kind, holder_id)
);
create index sealing_key_master on sealing_key (master_key_id);

-- A transaction reads and writes the keys of the holders that it names (yui.seals), and no other; upkeep sees all.
create function yui_seals(kind text, id text) returns boolean
  language sql stable parallel safe
  return yui_actor() = '<sealing>'
      or position(',' || kind || ':' || id || ',' in current_setting('yui.seals', true)) > 0;
select yui_guard('sealing_key', 'service', holder => '<sealing>', reads => 'yui_seals(holder_kind, holder_id)',
  inserts => 'yui_seals(holder_kind, holder_id)', changes => 'yui_seals(holder_kind, holder_id)',
  deletes => 'holder_kind = ''session'' and yui_seals(holder_kind, holder_id)');
grant select, insert, delete on sealing_key to yui_app;
grant update (wrapped, master_key_id, destroyed_at) on sealing_key to yui_app;

-- By which secret (YUI_SECRET, or the file) cookies are signed and second factors encrypted, as a hash of it: a start
-- with another one is noticed before anything is lost.
create table secret_mark (
  name text primary key,
  mark text not null,
  noted_at timestamptz not null default now()
);
select yui_guard('secret_mark', 'service', holder => '<sealing>');
grant select, insert, update on secret_mark to yui_app;
