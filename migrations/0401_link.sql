-- Secret links for people without an account: one table for the whole house. Of the secret only its hash is kept.
-- area_id is empty where the subject belongs to no area.
create table link (
  area_id text not null,
  id uuid not null,
  token_hash text not null,
  purpose text not null,
  subject_type text not null,
  subject_id text not null,
  detail jsonb not null default '{}',
  made_at timestamptz not null,
  made_by text not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  uses integer not null default 0,
  last_used_at timestamptz,
  primary key (area_id, id),
  unique (area_id, token_hash)
);
create index link_token on link (token_hash);
create index link_subject on link (area_id, subject_type, subject_id);
alter table link enable row level security;
-- Who brings the secret finds its row and no other: the transaction that opens a link holds its hash.
create policy by_secret on link for select using (token_hash = current_setting('yui.holds', true));
create policy counts_use on link for update using (token_hash = current_setting('yui.holds', true));
create policy reach on link for select using (yui_reaches(area_id));
create policy revokes on link for update using (yui_reaches(area_id));
create policy sweeps on link for delete using (yui_reaches(area_id));
create policy own_name on link for insert with check (made_by = yui_actor());
grant select, insert, delete on link to yui_app;
grant update (revoked_at, uses, last_used_at) on link to yui_app;
