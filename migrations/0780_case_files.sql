-- Papers of a case, and the signed copy of a consent. Name and content are sealed by the key of the person, which is
-- destroyed with the case; a file is looked through by the scanner before it is sealed, as nobody opens it for one later.
create table sensitive.case_file (
  id uuid primary key,
  organisation_id uuid not null,
  case_id uuid not null references sensitive.consultation_case (id),
  person_id uuid not null,
  -- The consent that the paper shows; null where it is another paper.
  consent_id uuid,
  ending text not null check (ending in ('pdf', 'png', 'jpg')),
  bytes integer not null check (bytes between 1 and 10485760),
  name bytea not null,
  content bytea not null,
  made_by text not null,
  made_at timestamptz not null,
  foreign key (consent_id, person_id, organisation_id) references sensitive.consent (id, person_id, organisation_id)
);
create index on sensitive.case_file (case_id, made_at, id);
-- What is sealed does not get shorter.
alter table sensitive.case_file alter column content set storage external;
-- A paper that came to the wrong case is taken out by who supervises.
select yui_guard('sensitive.case_file', 'casework', changes => 'false',
  deletes => 'yui_works_as(organisation_id::text, ''supervisor'') or yui_actor() = ''<consultation-upkeep>''');
select yui_service_may('sensitive.case_file', '<consultation-upkeep>', 'select');
grant select, insert, delete on sensitive.case_file to yui_sensitive;

-- Never filled: the paper knows its consent.
alter table sensitive.consent drop column scan_id;
