-- The secrets of invitations move to the table of links; those that were sent already keep working.
insert into link (area_id, id, token_hash, purpose, subject_type, subject_id, made_at, made_by, expires_at)
select area_id, gen_random_uuid(), token_hash, 'invitation', 'invitation', id::text, invited_at, invited_by, expires_at
from invitation
where accepted_at is null and withdrawn_at is null;

alter table invitation drop column token_hash;
