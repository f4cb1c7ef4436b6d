-- What a neighbouring area handed on is looked for by the area that received it.
create index support_request_passed on support_request (passed_to, made_at desc) where passed_to is not null;
-- Places from a day on, offer by offer, and the sums of a year, without visiting the rows.
create index support_booking_ahead on support_booking (area_id, offer_id, day, request_id) where released_at is null;
create index support_booking_sums on support_booking (area_id, offer_id, fiscal_year, request_id) where released_at is null;

-- Lists of who fits read thousands of rows at once: what the transaction reaches is asked once for each of them, not
-- once for each row.
alter policy reach on support_booking using (
  (select current_setting('yui.areas', true) = '*')
  or area_id = any ((select string_to_array(coalesce(current_setting('yui.areas', true), ''), ','))::text[]));
alter policy reach on support_offer using (
  (select current_setting('yui.areas', true) = '*')
  or area_id = any ((select string_to_array(coalesce(current_setting('yui.areas', true), ''), ','))::text[]));
alter policy reach on support_offer_part using (
  (select current_setting('yui.areas', true) = '*')
  or area_id = any ((select string_to_array(coalesce(current_setting('yui.areas', true), ''), ','))::text[]));
