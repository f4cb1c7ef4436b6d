-- What of an offer is taken, beside what it offers: lists of who fits show it for hundreds of offers at once, and
-- would otherwise count tens of thousands of bookings for each look. The bookings stay the truth: whoever takes or
-- gives back a place counts them anew, in the same transaction and under the lock of this row. A place is still
-- taken by counting the bookings themselves.
-- { "years": { "2026": 12 }, "months": { "2026-12": 2 }, "days": { "2026-12-02": 1 } }: fiscal years, months and days
-- that can still be asked for when it was written.
alter table support_offer add column taken jsonb not null default '{"years": {}, "months": {}, "days": {}}';

update support_offer offer set taken = (
  select jsonb_build_object(
    'years', coalesce(jsonb_object_agg(span, held) filter (where length(span) = 4), '{}'),
    'months', coalesce(jsonb_object_agg(span, held) filter (where length(span) = 7), '{}'),
    'days', coalesce(jsonb_object_agg(span, held) filter (where length(span) = 10), '{}'))
  from (
    select span, count(*) as held
    from support_booking booking
    cross join (select date_trunc('month', now() at time zone 'Asia/Tokyo')::date as month) this
    cross join lateral (
      select booking.fiscal_year::text as span
      union all select to_char(booking.day, 'YYYY-MM') where booking.day >= month
      union all select to_char(booking.day, 'YYYY-MM-DD') where booking.day >= month
    ) spans
    where booking.area_id = offer.area_id and booking.offer_id = offer.id and booking.released_at is null
      and booking.fiscal_year >= extract(year from month - interval '3 months')
    group by span
  ) counted);
