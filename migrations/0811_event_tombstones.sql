-- Events that are drafts (again): who harvested one while it was public lets it go. Of a draft nothing else is told.
create function event_drafts(since timestamptz)
  returns table (area_id text, id uuid, at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select e.area_id, e.id, e.updated_at from event e where e.state = 'draft' and e.updated_at > since;
end;
alter function event_drafts(timestamptz) owner to yui_upkeep;
