-- Members' links to their meeting move into the table of all links; links in mails already sent keep working. The hash
-- was kept as hexadecimal text; a link lasted through its last day in Tokyo, 120 days after it was made.
insert into link
  (area_id, id, token_hash, purpose, subject_type, subject_id, detail, made_at, made_by, expires_at)
select area_id, gen_random_uuid(),
  rtrim(translate(encode(decode(token_hash, 'hex'), 'base64'), '+/', '-_'), '='),
  'member-link', 'meeting', meeting_id::text, jsonb_build_object('member', member_id),
  (valid_until - 120)::timestamp at time zone 'Asia/Tokyo', '<before links>',
  (valid_until + 1)::timestamp at time zone 'Asia/Tokyo'
from council_link;
drop table council_link;
