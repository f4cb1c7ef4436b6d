-- Of a session's token only its hash is kept, as of a link's: who reads the table can sign in as nobody.
set local role yui_upkeep;
update identity_session set token =
  translate(rtrim(encode(sha256(convert_to(token, 'UTF8')), 'base64'), '='), '+/', '-_');
-- Forms that were held in the clear, with whatever stood in them.
delete from identity_held_form;
set local role yui_owner;

-- The last 30 seconds for which an authenticator's code was taken: no code works twice.
alter table identity_two_factor add column last_used_counter bigint;

-- A form over a lock is sealed with a key of its session, which ends with it.
alter table identity_held_form
  drop column fields,
  drop column path,
  add column session_id text not null,
  add column content bytea not null;
grant update on identity_held_form to yui_app;
