-- How often one address did a thing today; the address itself is not kept, and its hash is another one tomorrow.
create table sender_count (
  area_id text collate "C" not null,
  day date not null,
  about text not null,
  sender_hash text not null,
  times int not null,
  primary key (area_id, day, about, sender_hash)
);
select yui_guard('sender_count', 'area');
grant select, insert, update, delete on sender_count to yui_app;

-- What changed since a moment, and the editions that print it, are found without reading all of them.
create index organisation_updated on organisation (updated_at);
create index material_fact_source on material_fact (source, source_id);
create index material_edition_updated on material_edition (updated_at);

-- Folding a name takes the database 20 times as long as writing the row. Stores write what the house has folded (decision 0090).
alter table directory_resource alter column name_key drop expression;
