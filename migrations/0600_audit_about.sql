-- Who looked at whom: one indexed question. Under row-level security a condition may use an index only where its
-- operator can leak nothing, and those on arrays are not said to be so: the index on `shown` was never used. So the
-- entries about something are found by a function that sees all rows and gives those in reach of whoever asks.
drop index audit_entry_shown_idx;
drop index audit_entry_area_id_subject_id_at_idx;

-- The ids that an entry is about: its subject, the person whom it concerns, and whom it showed (`type:id`).
create function yui_ids_about(subject_id text, person text, shown text[]) returns text[]
  language sql immutable parallel safe
  return array_remove(array[subject_id, person], null)
      || array(select substr(one, position(':' in one) + 1) from unnest(shown) as one);

create index audit_entry_about on audit_entry using gin (yui_ids_about(subject_id, person, shown));

-- The area of each stands in the reach of whoever asks, as the policy of the table has it. `thing` narrows to one kind.
create function yui_entries_about(thing text, about text) returns setof audit_entry
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select * from audit_entry
    where yui_ids_about(subject_id, person, shown) @> array[about]
      and (thing is null or (subject_type = thing and subject_id = about) or thing || ':' || about = any (shown))
      and yui_reaches(area_id);
  end;
alter function yui_entries_about(text, text) owner to yui_upkeep;
revoke execute on function yui_entries_about(text, text) from public;
grant execute on function yui_entries_about(text, text) to yui_app;
