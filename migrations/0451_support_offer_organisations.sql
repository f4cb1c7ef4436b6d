-- By whom an offer is made, by name, beside what it offers: anybody may read that of a published offer, while the parts
-- with their mailboxes stay with the area. Written by whoever saves the offer.
alter table support_offer add column organisations text[] not null default '{}';
update support_offer offer set organisations = array(
  select part.organisation_name from support_offer_part part
  where part.area_id = offer.area_id and part.offer_id = offer.id order by part.position);
