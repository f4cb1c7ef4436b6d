-- Files that a workplace or staff attach to a request. The bytes lie with the area's other files; what a list tells of
-- them stands here, for all who may read the request.
create table support_file (
  area_id text not null,
  -- The stored file's own.
  id uuid not null,
  request_id uuid not null,
  name text not null,
  bytes bigint not null,
  added_at timestamptz not null,
  added_by text not null,
  by_workplace boolean not null,
  -- From then on the content is gone; that there was a file stays.
  removed_at timestamptz,
  primary key (area_id, id),
  foreign key (area_id, request_id) references support_request (area_id, id)
);
create index support_file_request on support_file (area_id, request_id, added_at);
alter table support_file enable row level security;
create policy reach on support_file using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy neighbour_reads on support_file for select using (exists (
  select from support_request request
  where request.area_id = support_file.area_id and request.id = support_file.request_id
    and yui_reaches(request.passed_to)));
grant select, insert, update on support_file to yui_app;

-- How much one address has attached today.
alter table support_sender add column bytes bigint not null default 0;
