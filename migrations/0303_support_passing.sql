-- A request that was handed on: as which request the receiving area took it over, and which request of which area it
-- was before.
alter table support_request
  add column taken_as uuid,
  add column from_area text,
  add column from_request uuid,
  add constraint support_request_from check ((from_area is null) = (from_request is null));

-- The receiving area sees the history of what was passed to it, so long as it is passed to it.
create policy neighbour_reads on support_event for select using (exists (
  select from support_request request
  where request.area_id = support_event.area_id and request.id = support_event.request_id
    and yui_reaches(request.passed_to)));
