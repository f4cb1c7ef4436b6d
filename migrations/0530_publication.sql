-- What a module publishes of its counts: an edition is suppressed once, knowing those before it, and stays as it went out.
create table publication_edition (
  area_id text collate "C" not null,
  publication text not null,
  period text not null,
  number int not null check (number > 0),
  made_at timestamptz not null,
  -- JSON, byte for byte as it went out; page, CSV, XLSX, API and PDF are written of it.
  content text not null,
  withdrawn_at timestamptz,
  withdrawn_for text not null default '',
  primary key (area_id, publication, period, number)
);
select yui_guard('publication_edition', 'area', reads => 'true');
grant select, insert on publication_edition to yui_app;
grant update (withdrawn_at, withdrawn_for) on publication_edition to yui_app;

-- The true counts of an edition, which the suppression of the next one has to know. They stay with the area.
create table publication_counts (
  area_id text collate "C" not null,
  publication text not null,
  period text not null,
  number int not null,
  counts text not null,
  primary key (area_id, publication, period, number),
  foreign key (area_id, publication, period, number) references publication_edition
);
select yui_guard('publication_counts', 'area');
grant select, insert on publication_counts to yui_app;

-- When it was last looked whether a new edition is due, and up to which period.
create table publication_round (
  area_id text collate "C" not null,
  publication text not null,
  checked_on date not null,
  last_period text not null,
  primary key (area_id, publication)
);
select yui_guard('publication_round', 'area', reads => 'true');
grant select, insert, update on publication_round to yui_app;

-- The round makes the editions of the finished years anew; the counts behind these tables were not kept.
drop table support_statistics_edition;
