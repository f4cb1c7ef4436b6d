-- Calendar feeds are few among the links of letters.
create index support_link_feed on support_link (area_id, organisation_id, user_id) where purpose = 'feed';
