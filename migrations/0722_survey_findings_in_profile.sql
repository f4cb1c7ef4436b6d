-- Whether a finding is a line of the area's profile.
alter table sensitive.survey_finding add column shown boolean not null default false;
