-- What a workplace chose from the list of offers, so that who asks around sees it.
alter table support_request add column wanted_offer_id uuid;

-- A request by its number and what only its workplace knows with it: its telephone in digits, or its mailbox.
create function support_found_request(area text, wanted text, told text) returns uuid
  language sql stable security definer set search_path = public, pg_temp
  return (
    select id from support_request
    where area_id = area and number = wanted and length(told) >= 6
      and (regexp_replace(normalize(phone, nfkc), '[^0-9]', '', 'g') = told or lower(email) = told)
    limit 1
  );
alter function support_found_request(text, text, text) owner to yui_upkeep;

-- The number of the same request of the same workplace, by the same way to reach it, that was made since then.
create function support_asked_same(
  area text, key text, contact_phone text, contact_email text, subjects text[], about text, since timestamptz
) returns text
  language sql stable security definer set search_path = public, pg_temp
  return (
    select number from support_request
    where area_id = area and workplace_key = key and phone = contact_phone and email = contact_email
      and topics = subjects and coalesce(service, '') || ' ' || wish = about and made_at >= since
      and status not in ('closed', 'unmet', 'withdrawn')
    order by made_at desc limit 1
  );
alter function support_asked_same(text, text, text, text, text[], text, timestamptz) owner to yui_upkeep;
