-- People who sign in, and what they sign in with. These tables belong to no area: a person may work in several.
-- Ids are text because better-auth, which reads and writes them, treats them so; they are UUIDs of version 7.
-- Only the sign-in itself (yui.actor = '<identity>') reaches them; passwords, second factors and sessions are out of
-- reach of every other transaction of the app.
create table identity_user (
  id text primary key,
  name text not null check (length(name) between 1 and 120),
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean default false,
  demonstration boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table identity_session (
  id text primary key,
  user_id text not null references identity_user (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  -- Last request of the person; 30 minutes later the session is locked.
  last_active_at timestamptz not null default now(),
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on identity_session (user_id);

create table identity_account (
  id text primary key,
  user_id text not null references identity_user (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on identity_account (user_id);

create table identity_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on identity_verification (identifier);

create table identity_two_factor (
  id text primary key,
  user_id text not null references identity_user (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean default true,
  failed_verification_count integer default 0,
  locked_until timestamptz
);
create index on identity_two_factor (user_id);

create table identity_passkey (
  id text primary key,
  user_id text not null references identity_user (id) on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index on identity_passkey (user_id);

-- Failed guesses per key (a hash of who tries what from where) since the first of them; never a lock on an account.
create table identity_attempt (
  key text primary key,
  failures integer not null,
  since timestamptz not null
);
create index on identity_attempt (since);

-- What a person does for an organisation, kept under the organisation's home area. Ended, never deleted.
create table membership (
  area_id text not null,
  id uuid not null,
  organisation_id uuid not null,
  user_id text not null references identity_user (id),
  role text not null check (role in ('coordinator', 'provider', 'workplace', 'member', 'caseworker', 'administrator', 'auditor')),
  since timestamptz not null,
  until timestamptz check (until >= since),
  primary key (area_id, id)
);
create unique index membership_once on membership (area_id, organisation_id, user_id, role) where until is null;
create index on membership (user_id);

-- An offer of a membership, by a link that works once. Only the hash of the link's token is kept.
create table invitation (
  area_id text not null,
  id uuid not null,
  organisation_id uuid not null,
  role text not null check (role in ('coordinator', 'provider', 'workplace', 'member', 'caseworker', 'administrator', 'auditor')),
  email text not null check (email = lower(email)),
  name text not null,
  token_hash text not null,
  invited_by text not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (area_id, id)
);
create index on invitation (token_hash);

alter table identity_user enable row level security;
alter table identity_session enable row level security;
alter table identity_account enable row level security;
alter table identity_verification enable row level security;
alter table identity_two_factor enable row level security;
alter table identity_passkey enable row level security;
alter table identity_attempt enable row level security;
alter table membership enable row level security;
alter table invitation enable row level security;

create policy identity_user_all on identity_user using (yui_actor() = '<identity>');
create policy identity_session_all on identity_session using (yui_actor() = '<identity>');
create policy identity_account_all on identity_account using (yui_actor() = '<identity>');
create policy identity_verification_all on identity_verification using (yui_actor() = '<identity>');
create policy identity_two_factor_all on identity_two_factor using (yui_actor() = '<identity>');
create policy identity_passkey_all on identity_passkey using (yui_actor() = '<identity>');
create policy identity_attempt_all on identity_attempt using (yui_actor() = '<identity>');

create policy membership_read on membership for select
  using (yui_reaches(area_id) or user_id = yui_actor() or yui_actor() = '<identity>');
create policy membership_write on membership for all
  using (yui_reaches(area_id) or yui_actor() = '<identity>');
create policy invitation_all on invitation
  using (yui_reaches(area_id) or yui_actor() = '<identity>');
-- Names of the people who work in an area, so that pages can say who did what.
create policy identity_user_colleagues on identity_user for select
  using (id = yui_actor() or current_setting('yui.areas', true) = '*'
    or exists (select 1 from membership m where m.user_id = identity_user.id and yui_reaches(m.area_id)));

grant select, insert, update, delete on identity_user, identity_session, identity_account, identity_verification,
  identity_two_factor, identity_passkey, identity_attempt to yui_app;
grant select, insert, update on membership, invitation to yui_app;
