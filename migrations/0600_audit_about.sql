-- Who looked at whom, as one indexed question. Under row-level security a condition finds rows by an index only where its
-- operator is said to leak nothing, and those on arrays are not: the index on `shown` could not be used by the app. So the
-- keys of the entries about something come from a function that sees all rows and gives those in reach of whoever asks.
drop index audit_entry_shown_idx;
drop index audit_entry_area_id_subject_id_at_idx;

-- The ids that an entry is about: its subject, the person whom it concerns, and whom it showed (`type:id`).
create function yui_ids_about(subject_id text, person text, shown text[]) returns text[]
  language sql immutable parallel safe
  return array_remove(array[subject_id, person], null)
      || array(select substr(one, position(':' in one) + 1) from unnest(shown) as one);

-- What waits to be sorted in is read by every question: little may wait.
create index audit_entry_about on audit_entry using gin (yui_ids_about(subject_id, person, shown))
  with (gin_pending_list_limit = 256);

-- `thing` narrows to one type of what has that id.
create function yui_entries_about(thing text, ids text[]) returns table (entry_area text, entry_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select area_id, id from audit_entry
    where yui_ids_about(subject_id, person, shown) && ids and yui_reaches(area_id)
      and (thing is null or subject_type = thing and subject_id = any (ids) or thing = 'user' and person = any (ids)
        or shown && array(select thing || ':' || one from unnest(ids) as one))
  $$;
alter function yui_entries_about(text, text[]) owner to yui_upkeep;
revoke execute on function yui_entries_about(text, text[]) from public;
grant execute on function yui_entries_about(text, text[]) to yui_app;
