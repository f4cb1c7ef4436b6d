-- What of an area's requests anybody may read: the tables of finished fiscal years with small counts hidden, as they were
-- made last. The requests themselves stay with the area; the round makes an edition each day.
create table support_statistics_edition (
  area_id text not null,
  made_on date not null,
  -- The last fiscal year that had ended, and the tables of each year in which anything was asked.
  last_year integer not null,
  years jsonb not null,
  primary key (area_id)
);
alter table support_statistics_edition enable row level security;
create policy anyone_reads on support_statistics_edition for select using (true);
create policy area_publishes on support_statistics_edition for insert with check (yui_reaches(area_id));
create policy area_replaces on support_statistics_edition for update using (yui_reaches(area_id));
grant select, insert, update on support_statistics_edition to yui_app;
