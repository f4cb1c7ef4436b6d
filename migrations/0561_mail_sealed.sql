-- What a mail says is sealed until it has gone, and then emptied. The secrets of the links in it stand apart: who may look
-- at a letter that did not arrive sees it without them.
alter table mail_outbox
  add column content bytea,
  add column secrets bytea,
  alter column body drop not null,
  alter column attachments drop not null,
  alter column attachments drop default,
  alter column link drop not null,
  alter column link drop default;
grant update (content, secrets, body, attachments, link) on mail_outbox to yui_app;

-- What has gone, or never will, is emptied here. What waits is sealed by the next start, which has the key.
set local role yui_upkeep;
update mail_outbox set body = null, attachments = null, link = null
where sent_at is not null or digest_id is not null or way = 'unwanted';
set local role yui_owner;

create index mail_outbox_unsealed on mail_outbox (id) where body is not null;
