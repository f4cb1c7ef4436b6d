-- Whoever holds the link of somebody's calendar finds whose it is: where that person works, and their mailbox.
create policy held on membership for select using (user_id = current_setting('yui.holds', true));
create policy held on identity_user for select using (id = current_setting('yui.holds', true));
