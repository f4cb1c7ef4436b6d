-- The audit log's seal: each entry of an area bound to all before it by a hash, so that a change, a removal or an
-- insertion, whoever made it, shows when the chain is computed again. Entries are written without waiting for each
-- other; the chain follows a few seconds behind, one sealer per area at a time.
create table audit_chain (
  area_id text not null,
  seq bigint not null check (seq > 0),
  entry_id uuid not null,
  sealed_at timestamptz not null,
  previous_hash text not null,
  hash text not null,
  primary key (area_id, seq),
  unique (area_id, entry_id)
);

alter table audit_chain enable row level security;
create policy audit_chain_read on audit_chain for select using (yui_reaches(area_id));
create policy audit_chain_write on audit_chain for insert with check (yui_actor() = '<audit-seal>');
grant select, insert on audit_chain to yui_app;

-- For the auditor's list over all areas.
create index on audit_entry (at, id);
create index on audit_entry (area_id, actor, at);
