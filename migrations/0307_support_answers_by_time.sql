-- What an office said, by the time that it said it of (`2026-12-03 10:00-11:00`). In a list in the order of the times
-- asked for, an answer lost its meaning, and was lost, whenever these were changed; also when they were changed back.
alter table support_enquiry add column said jsonb not null default '{}';
update support_enquiry enquiry
set said = (
  select coalesce(jsonb_object_agg(concat(slot ->> 'day', ' ', slot ->> 'from', '-', slot ->> 'to'), answer), '{}')
  from jsonb_array_elements(request.slots) with ordinality as asked (slot, place)
  join jsonb_array_elements_text(enquiry.answers) with ordinality as given (answer, place) using (place)
)
from support_request request
where request.area_id = enquiry.area_id and request.id = enquiry.request_id and enquiry.answers is not null;
alter table support_enquiry drop column answers;
