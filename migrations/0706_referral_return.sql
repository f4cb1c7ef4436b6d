-- An office outside the system answers a referral by a link: it reaches that referral alone, and nothing of what was
-- handed over.
create function yui_answers(referral text, partner uuid) returns boolean
  language sql stable parallel safe
  return partner is null and yui_bears(referral);
create policy return_reads on sensitive.referral for select using (yui_answers(id::text, partner_id));
create policy return_changes on sensitive.referral for update using (yui_answers(id::text, partner_id));
create policy return_inserts on sensitive.referral_event for insert with check (yui_answers(referral_id::text, partner_id));
