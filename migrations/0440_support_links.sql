-- Links move to the one table of the house; those in letters that were sent go on opening what they opened.
insert into link (area_id, id, token_hash, purpose, subject_type, subject_id, detail, made_at, made_by, expires_at, revoked_at)
select area_id, id, token_hash, purpose,
  case when purpose <> 'feed' then 'request' when organisation_id is not null then 'organisation' else 'user' end,
  coalesce(request_id::text, organisation_id::text, user_id),
  case when enquiry_id is null then '{}' else jsonb_build_object('enquiry', enquiry_id) end,
  made_at, '<support>', expires_at, revoked_at
from support_link;
drop table support_link;
