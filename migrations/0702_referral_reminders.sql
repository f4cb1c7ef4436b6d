-- Who reminds offices of referrals that nobody has received sees that there are such, and which offices: what was handed
-- over stands in other tables, sealed.
select yui_guard('sensitive.referral', 'casework',
  reads => 'yui_casework(organisation_id::text) or (state <> ''drafted'' and yui_casework(partner_id::text))
    or yui_bears(person_id::text) or (state = ''sent'' and yui_actor() = ''<referral-reminders>'')',
  changes => 'yui_casework(organisation_id::text) or (state <> ''drafted'' and yui_casework(partner_id::text))
    or yui_bears(person_id::text)',
  deletes => 'false');
