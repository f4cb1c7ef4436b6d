-- When organisations are bound elsewhere from a day on: visits that are fixed, and times of open requests to which they
-- said yes. Whoever answers by a link sees no other request, so this tells its number and time alone.
create function support_engagements(area text, organisations uuid[], since date)
  returns table (organisation_id uuid, request_id uuid, number text, fixed boolean, day date, begins text, ends text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select q.organisation_id, r.id, r.number, true, r.fixed_day, to_char(r.fixed_from, 'HH24:MI'), to_char(r.fixed_to, 'HH24:MI')
  from support_enquiry q join support_request r on r.area_id = q.area_id and r.id = q.request_id
  where q.area_id = area and yui_reaches(area) and q.organisation_id = any (organisations)
    and q.state = 'chosen' and r.status = 'fixed' and r.fixed_day >= since
  union
  select q.organisation_id, r.id, r.number, false, (slot->>'day')::date, slot->>'from', slot->>'to'
  from support_enquiry q join support_request r on r.area_id = q.area_id and r.id = q.request_id
    cross join jsonb_array_elements(r.slots) slot
  where q.area_id = area and yui_reaches(area) and q.organisation_id = any (organisations)
    and q.state = 'answered' and r.status in ('asking', 'deciding') and (slot->>'day')::date >= since
    and q.said->>((slot->>'day') || ' ' || (slot->>'from') || '-' || (slot->>'to')) = 'yes'
  order by 5, 6, 3;
end;
alter function support_engagements(text, uuid[], date) owner to yui_upkeep;
