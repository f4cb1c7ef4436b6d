-- Nobody hands anything on to themselves: so a receiver, who writes what its own office keeps, can't write a consent that
-- opens what another office holds.
alter table sensitive.consent add check (partner_id is distinct from organisation_id);
-- On whose behalf, and why they may, are chosen from a list: the ledger holds no name and no story.
alter table sensitive.consent
  add check (on_behalf in ('parent', 'guardian', 'spouse', 'child', 'family', 'other')),
  add check (on_behalf_ground in ('legal', 'unable', 'bereaved'));
-- A line belongs to the office and the person of its consent, whoever writes it.
alter table sensitive.consent add unique (id, person_id, organisation_id);
alter table sensitive.consent_event
  add foreign key (consent_id, person_id, organisation_id) references sensitive.consent (id, person_id, organisation_id);
-- And a step, to the offices of its referral.
alter table sensitive.referral add unique (id, organisation_id);
alter table sensitive.referral_event
  add foreign key (referral_id, organisation_id) references sensitive.referral (id, organisation_id);

-- What was handed over at a contact tells of somebody too: it is sealed with what was said.
alter table sensitive.case_contact drop column materials;

-- The goals of a family go with the last case of theirs, and who was expected, a year after the day.
select yui_service_may('sensitive.support_plan', '<consultation-upkeep>', 'delete');
select yui_service_may('sensitive.counsel_session', '<consultation-upkeep>', 'select');
grant delete on sensitive.support_plan to yui_sensitive;
