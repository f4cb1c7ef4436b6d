-- Whoever holds one request (by a link, or because they make it) reaches its rows and no other request's, also within
-- an area in reach. Places and lines are counted over all: bookings, offers and the reading of lines stay by area.
create function yui_holds_only(subject uuid) returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('yui.holds', true), '') = ''
      or subject::text = any (string_to_array(current_setting('yui.holds', true), ','));

-- Read by every list of an area: what does not depend on the row is asked once a statement.
create policy held on support_request as restrictive using (
  (select coalesce(current_setting('yui.holds', true), '') = '')
  or id::text = any ((select string_to_array(current_setting('yui.holds', true), ','))::text[]));
create policy held on support_event as restrictive using (yui_holds_only(request_id));
create policy held on support_enquiry as restrictive using (yui_holds_only(request_id));
create policy held on support_report as restrictive using (yui_holds_only(request_id));
create policy held on support_feedback as restrictive using (yui_holds_only(request_id));
create policy held on support_file as restrictive using (yui_holds_only(request_id));
create policy held on support_reminder as restrictive using (yui_holds_only(request_id));
create policy held_write on support_waiting as restrictive for insert with check (yui_holds_only(request_id));
create policy held_change on support_waiting as restrictive for update using (yui_holds_only(request_id));

-- Whether a workplace of that name has asked before: whoever makes a request may not look at others to find out.
create function support_asked_before(area text, key text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select from support_request where area_id = area and workplace_key = key);
