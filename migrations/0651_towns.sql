-- Towns and postcodes from a file of the operator's, in the layout of the postal service. `area_id` is the municipality.
create table town (
  area_id text collate "C" not null,
  postcode text collate "C" not null check (postcode ~ '^[0-9]{7}$'),
  -- Empty where the postcode stands for the rest of the municipality.
  name text not null,
  kana text not null,
  primary key (area_id, postcode, name)
);
-- The file that they came from.
create table town_file (
  only_one boolean primary key default true check (only_one),
  name text not null,
  dated date not null,
  towns integer not null,
  loaded_at timestamptz not null
);
select yui_guard(one::regclass, 'shared') from unnest(string_to_array('town town_file', ' ')) as one;
grant select, insert, delete on town to yui_app;
grant select, insert, update on town_file to yui_app;
