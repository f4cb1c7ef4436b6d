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
  -- All pairs of letters in them, and the first letter of each word behind a mark.
  grams text[] collate "C" not null,
  primary key (area_id, kind, id)
);
-- Without a list of what is not sorted in yet, through which every search would have to read.
create index search_thing_grams on search_thing using gin (grams) with (fastupdate = off);
select yui_guard('search_thing', 'service', holder => '<search>', reads => 'open or yui_touches(area_id)');
grant select, insert, update, delete on search_thing to yui_app;

-- The things in reach that hold every asked word, of each kind the likeliest first. PostgreSQL looks into an index of pairs
-- of letters only after row-level security has read every row, as the comparison is not leakproof; so this function, which
-- gives out keys alone, names the same condition itself.
create function search_candidates(wanted text[], asked text[], kinds text[], most int)
  returns table (area_id text, kind text, id text)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select ranked.area_id, ranked.kind, ranked.id from (
      select thing.area_id, thing.kind, thing.id, row_number() over (
        partition by thing.kind
        order by case when position(' ' || asked[1] || ' ' in thing.words) > 0 then 0
            when position(' ' || asked[1] in thing.words) > 0 then 1 else 2 end,
          position(asked[1] in thing.words), length(thing.words), thing.area_id, thing.id
      ) as place
      from search_thing thing
      where thing.grams @> wanted and thing.kind = any (kinds) and (thing.open or yui_touches(thing.area_id))
        and not exists (select from unnest(asked) word where position(word in thing.words) = 0)
    ) ranked
    where ranked.place <= most
    order by ranked.kind, ranked.place;
  end;
alter function search_candidates(text[], text[], text[], int) owner to yui_upkeep;
