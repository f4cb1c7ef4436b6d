-- Bundles that travel by medium between two installations that no network joins. They belong to the installation, not to
-- an area; who reaches every area alone reads them.
create table exchange_installation (
  -- One row.
  sole boolean primary key default true check (sole),
  name text not null check (name <> ''),
  -- Inside stands in the closed network, outside where the public comes.
  side text not null check (side in ('inside', 'outside')),
  verifying text not null,
  recipient text not null,
  -- Both secret keys, sealed for the house.
  keys bytea not null,
  made_at timestamptz not null
);
select yui_guard('exchange_installation', 'shared', reads => 'yui_reaches(''*'')');
grant select, insert, update on exchange_installation to yui_app;

create table exchange_partner (
  id uuid primary key,
  name text not null check (name <> ''),
  side text not null check (side in ('inside', 'outside')),
  verifying text not null,
  recipient text not null,
  fingerprint text not null,
  -- The highest number of ours that it has taken: a sender that was restored from a backup goes on after it.
  heard_number int not null default 0,
  added_at timestamptz not null,
  ended_at timestamptz
);
create unique index exchange_partner_key on exchange_partner (fingerprint) where ended_at is null;
select yui_guard('exchange_partner', 'shared', reads => 'yui_reaches(''*'')');
grant select, insert, update on exchange_partner to yui_app;

-- The ledger. A bundle is known by its sender and its id for ever: media lie for weeks, so no window of time stops a replay.
create table exchange_bundle (
  partner_id uuid not null references exchange_partner (id),
  outgoing boolean not null,
  id uuid not null,
  number int not null check (number > 0),
  state text not null check (state in ('made', 'delivered', 'taken', 'late')),
  made_at timestamptz not null,
  -- When it was taken in, here or there.
  taken_at timestamptz,
  -- { "resources": 12 }: how much of each kind.
  counts jsonb not null,
  -- What the officer who carries it reads.
  list text not null,
  -- Sealed for its receiver; kept until it was delivered.
  content bytea,
  primary key (partner_id, outgoing, id),
  unique (partner_id, outgoing, number)
);
select yui_guard('exchange_bundle', 'shared', reads => 'yui_reaches(''*'')');
grant select, insert, update on exchange_bundle to yui_app;

-- What was refused: nothing of it was taken.
create table exchange_refusal (
  id uuid primary key,
  at timestamptz not null,
  flaw text not null,
  file text,
  sha256 text not null
);
select yui_guard('exchange_refusal', 'shared', reads => 'yui_reaches(''*'')');
grant select, insert on exchange_refusal to yui_app;
