-- Programs of other offices that read what is not public, each by a key of its own (a link, whose secret is kept nowhere).
create table api_client (
  area_id text collate "C" not null,
  id uuid not null,
  name text not null check (name <> ''),
  datasets text[] not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (area_id, id)
);
select yui_guard('api_client', 'area');
grant select, insert, update on api_client to yui_app;
