-- A person's own file over the years. It belongs to a user and to nobody else: no area, no organisation. Its content is
-- sealed by a key that is kept only under what the person knows; who has the database and the master key reads nothing.

create table sensitive.health_file (
  id uuid primary key,
  person_id text not null unique,
  -- The key of the file under the word that the person chose, and under the code that they printed; both under the key
  -- of the holder, whose end is the end of the file in each copy.
  by_word bytea not null,
  by_code bytea not null,
  tries integer not null default 0,
  tried_at timestamptz,
  made_at timestamptz not null,
  changed_at timestamptz not null
);
select yui_guard('sensitive.health_file', 'person', changes => 'person_id = yui_actor()');
grant select, insert, update, delete on sensitive.health_file to yui_sensitive;

-- What stands in a file: one checkup, one page of the diary. Even its day is sealed.
create table sensitive.health_entry (
  id uuid primary key,
  file_id uuid not null references sensitive.health_file (id) on delete cascade,
  person_id text not null,
  part text not null check (part in ('checkup', 'diary', 'goal', 'profile')),
  content bytea not null,
  changed_at timestamptz not null
);
create index on sensitive.health_entry (file_id, part);
select yui_guard('sensitive.health_entry', 'person', reads => 'person_id = yui_actor() or yui_bears(file_id::text)');
grant select, insert, update, delete on sensitive.health_entry to yui_sensitive;

-- Who may look at chosen parts for a time, by a link that holds the key. Ended, the key of the link is gone.
create table sensitive.health_share (
  id uuid primary key,
  file_id uuid not null references sensitive.health_file (id) on delete cascade,
  person_id text not null,
  by_link bytea,
  parts text[] not null,
  whom bytea not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz check ((by_link is null) = (ended_at is not null))
);
create index on sensitive.health_share (file_id, made_at desc);
select yui_guard('sensitive.health_share', 'person', reads => 'person_id = yui_actor() or yui_bears(file_id::text)');
grant select, insert, update, delete on sensitive.health_share to yui_sensitive;

create table sensitive.health_share_look (
  id uuid primary key,
  share_id uuid not null references sensitive.health_share (id) on delete cascade,
  file_id uuid not null,
  at timestamptz not null
);
-- Whether that file is the actor's own: its row is seen by nobody else.
create function yui_health_file(file uuid) returns boolean
  language sql stable parallel safe
  return exists (select from sensitive.health_file one where one.id = file);
create index on sensitive.health_share_look (share_id, at desc);
-- Read by the person through the share, which is theirs alone.
select yui_guard('sensitive.health_share_look', 'link', holder => 'file_id',
  reads => 'yui_health_file(file_id)', changes => 'false', deletes => 'false');
grant select, insert on sensitive.health_share_look to yui_sensitive;
