-- What a search finds: of each thing the words by which it is found, and nothing else of it. What is shown of a thing is
-- read anew from its module's own rows, by whoever searches (decision 0056).
create table search_thing (
  area_id text collate "C" not null,
  kind text collate "C" not null,
  id text collate "C" not null,
  -- Whether anyone may find it.
  open boolean not null,
  -- The words as the module's rows have them, to tell what has changed.
  source text not null,
  -- The same in one spelling, between spaces.
  words text not null,
  -- All pairs of letters in them, each word as a whole behind '=', and its first letter and first two behind '^'; each
  -- behind search_shelf(kind, open), so that a search reads no more of the index than what it may find.
  grams text[] collate "C" not null,
  primary key (area_id, kind, id)
);
-- Without a list of what is not sorted in yet, through which every search would have to read.
create index search_thing_grams on search_thing using gin (grams) with (fastupdate = off);
select yui_guard('search_thing', 'service', holder => '<search>', reads => 'open or yui_touches(area_id)');
grant select, insert, update, delete on search_thing to yui_app;

create function search_shelf(kind text, open boolean) returns text
  language sql immutable parallel safe
  return left(kind, 3) || case when open then '+' else '-' end;

-- The things in reach that hold every asked word, of each kind no more than `most`: those with the first word as a whole, then
-- those in which a word begins with it, then the rest. PostgreSQL would look into this index only after row-level security
-- has read every row, as comparing lists is not leakproof; so this function, which gives out keys alone, names the same
-- condition itself. `grams` holds what the index is asked for in each of the three steps.
create function search_candidates(grams jsonb, asked text[], kinds text[], most int)
  returns table (area_id text, kind text, id text)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select found.area_id, found.kind, found.id
    from unnest(kinds) as one (kind)
    cross join lateral (
      select thing.area_id, thing.kind, thing.id, min(step.place) as place, thing.words
      from (values (true), (false)) as shelf (open)
      cross join jsonb_array_elements(grams) with ordinality as step (grams, place)
      cross join lateral (
        select * from search_thing
        where search_thing.grams @> array(
            select search_shelf(one.kind, shelf.open) || gram from jsonb_array_elements_text(step.grams) gram)
          and search_thing.kind = one.kind and (search_thing.open or yui_touches(search_thing.area_id))
          and not exists (select from unnest(asked) word where position(word in search_thing.words) = 0)
        limit most
      ) thing
      where shelf.open or coalesce(current_setting('yui.facts', true), '') <> ''
        or current_setting('yui.areas', true) = '*'
      group by thing.area_id, thing.kind, thing.id, thing.words
      order by min(step.place), position(asked[1] in thing.words), length(thing.words), thing.area_id, thing.id
      limit most
    ) found
    order by found.kind, found.place, position(asked[1] in found.words), length(found.words), found.area_id, found.id;
  end;
alter function search_candidates(jsonb, text[], text[], int) owner to yui_upkeep;
