-- What row-level security policies read of a transaction's scope (see src/platform/db/database.ts).
create function yui_actor() returns text
  language sql stable parallel safe
  return coalesce(current_setting('yui.actor', true), '');

-- Whether an area is in reach of the transaction. '*' is upkeep over all areas.
create function yui_reaches(area text) returns boolean
  language sql stable parallel safe
  return current_setting('yui.areas', true) = '*'
      or area = any (string_to_array(coalesce(current_setting('yui.areas', true), ''), ','));

-- Whether facts about an area concern the transaction: also those of areas that overlap or contain the ones in reach,
-- which a profile is compared with. Rows that belong to the people who work there ask yui_reaches instead.
create function yui_touches(area text) returns boolean
  language sql stable parallel safe
  return current_setting('yui.areas', true) = '*'
      or area = any (string_to_array(coalesce(current_setting('yui.facts', true), ''), ','));
