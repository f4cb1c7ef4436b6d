-- A form that was sent after its session had locked: kept for an hour, for its sender alone, so that unlocking loses
-- nothing of what was typed.
create table identity_held_form (
  id uuid primary key,
  user_id text not null references identity_user (id) on delete cascade,
  path text not null,
  fields jsonb not null,
  held_at timestamptz not null
);
create index on identity_held_form (held_at);
alter table identity_held_form enable row level security;
create policy identity_held_form_all on identity_held_form using (yui_actor() = '<identity>');
grant select, insert, delete on identity_held_form to yui_app;
