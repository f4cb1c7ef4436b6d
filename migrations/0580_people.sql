-- A user who is disabled keeps their records and signs in no more. The day of the last sign-in shows accounts that nobody uses.
alter table identity_user
  add column disabled_at timestamptz,
  add column last_sign_in_at timestamptz;

-- One standing invitation for one address, organisation and role: a second one renews the first.
set local role yui_upkeep;
update invitation set withdrawn_at = now()
where accepted_at is null and withdrawn_at is null and exists (
  select from invitation newer
  where newer.area_id = invitation.area_id and newer.organisation_id = invitation.organisation_id
    and newer.email = invitation.email and newer.role = invitation.role
    and newer.accepted_at is null and newer.withdrawn_at is null
    and (newer.invited_at, newer.id) > (invitation.invited_at, invitation.id));
set local role yui_owner;
create unique index invitation_standing on invitation (area_id, organisation_id, email, role)
  where accepted_at is null and withdrawn_at is null;
