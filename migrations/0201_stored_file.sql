-- Files that people attach, in the database like everything else: one home, one lock, one backup. The bytes lie in
-- pieces of a megabyte, so that neither writing nor reading holds a whole file in memory.
create table stored_file (
  area_id text not null,
  id uuid not null,
  name text not null,
  media_type text not null,
  bytes bigint not null check (bytes >= 0),
  sha256 text not null,
  stored_by text not null,
  stored_at timestamptz not null,
  primary key (area_id, id)
);
create table stored_file_piece (
  area_id text not null,
  file_id uuid not null,
  position int not null,
  content bytea not null,
  primary key (area_id, file_id, position),
  foreign key (area_id, file_id) references stored_file (area_id, id) on delete cascade
);

alter table stored_file enable row level security;
alter table stored_file_piece enable row level security;
create policy stored_file_reach on stored_file using (yui_reaches(area_id)) with check (yui_reaches(area_id));
create policy stored_file_piece_reach on stored_file_piece using (yui_reaches(area_id)) with check (yui_reaches(area_id));
grant select, insert, delete on stored_file, stored_file_piece to yui_app;
grant update (bytes, sha256) on stored_file to yui_app;
