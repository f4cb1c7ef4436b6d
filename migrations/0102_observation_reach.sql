-- The same policies as before, with the areas that a transaction touches (yui_touches) worked out once a statement
-- instead of once a row: an import writes a million rows, and a coordinator's areas are a list of hundreds.
drop policy observation_read on observation;
drop policy observation_insert on observation;
drop policy observation_update on observation;
drop policy observation_delete on observation;

create policy observation_read on observation for select using (
  published
  or (select current_setting('yui.areas', true) = '*')
  or area_id = any ((select string_to_array(coalesce(current_setting('yui.facts', true), ''), ','))::text[])
);
create policy observation_insert on observation for insert with check (
  (select current_setting('yui.areas', true) = '*')
  or area_id = any ((select string_to_array(coalesce(current_setting('yui.facts', true), ''), ','))::text[])
);
create policy observation_update on observation for update using (
  (select current_setting('yui.areas', true) = '*')
  or area_id = any ((select string_to_array(coalesce(current_setting('yui.facts', true), ''), ','))::text[])
) with check (
  (select current_setting('yui.areas', true) = '*')
  or area_id = any ((select string_to_array(coalesce(current_setting('yui.facts', true), ''), ','))::text[])
);
create policy observation_delete on observation for delete using (
  (select current_setting('yui.areas', true) = '*')
  or area_id = any ((select string_to_array(coalesce(current_setting('yui.facts', true), ''), ','))::text[])
);
