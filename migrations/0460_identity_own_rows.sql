-- What belongs to one's own account is in reach of its owner: sessions and passkeys, to look at and to end. Passwords,
-- second factors and everybody else's rows stay with the sign-in.
create policy identity_session_own on identity_session for select using (user_id = yui_actor());
create policy identity_session_end on identity_session for delete using (user_id = yui_actor());
create policy identity_passkey_own on identity_passkey for select using (user_id = yui_actor());
create policy identity_passkey_end on identity_passkey for delete using (user_id = yui_actor());

-- The round that forgets the keys of sent forms finds them by their age, of whichever area, and nobody else does.
drop policy sweep on sent_once;
create policy sweep_find on sent_once for select using (yui_actor() = '<sweep>');
create policy sweep on sent_once for delete using (yui_actor() = '<sweep>');
