-- A body may stand under one of another area: the council of a prefecture over those of its districts. The pair is no
-- foreign key any more: rows of two areas may lie on two machines. Who saves a body looks the parent up.
alter table council_body drop constraint council_body_area_id_parent_id_fkey;
alter table council_body add column parent_area_id text;
update council_body set parent_area_id = area_id where parent_id is not null;
alter table council_body add constraint council_body_parent_named
  check ((parent_id is null) = (parent_area_id is null));
create index council_body_below on council_body (parent_area_id, parent_id);

-- That there is a council, what it is called and under which it stands is public, as the board is. Its members, its
-- meetings and its working groups are not.
create policy councils_are_known on council_body for select
  using (deleted_at is null and kind in ('prefecture_council', 'area_council'));
