-- What an import touched, so that taking it back reads those areas alone and never the whole table.
alter table import_batch
  add column areas text[] not null default '{}',
  add column indicators smallint[] not null default '{}';

-- A figure of an import that was taken back stays readable, and is never brought back as the one before.
alter table observation_history add column withdrawn boolean not null default false;
create policy observation_history_update on observation_history for update
  using (yui_touches(area_id)) with check (yui_touches(area_id));
grant update (withdrawn) on observation_history to yui_app;
