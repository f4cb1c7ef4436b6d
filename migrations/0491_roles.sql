-- The roles of the modules that hold persons. What each may stands in those modules' policies; nobody is invited to one
-- before its module is there.
alter table membership drop constraint membership_role_check;
alter table membership add constraint membership_role_check check (role in (
  'coordinator', 'provider', 'workplace', 'member', 'caseworker', 'administrator', 'auditor', 'supervisor', 'reception',
  'analyst', 'implementer', 'interview_doctor', 'organiser', 'judge', 'guardian', 'directory_editor'));
alter table invitation drop constraint invitation_role_check;
alter table invitation add constraint invitation_role_check check (role in (
  'coordinator', 'provider', 'workplace', 'member', 'caseworker', 'administrator', 'auditor', 'supervisor', 'reception',
  'analyst', 'implementer', 'interview_doctor', 'organiser', 'judge', 'guardian', 'directory_editor'));
