-- Mail that will not arrive: refused for good when it was handed over, or returned later by the recipient's server.
alter table mail_outbox
  -- What the mail is about, in the words of the module that wrote it: the last mail about it tells whether it arrived.
  add column about text,
  add column undeliverable_at timestamptz,
  -- The status of RFC 3463 (5.1.1), or the server's reply code where it gave none.
  add column undeliverable_code text;
grant update (undeliverable_at, undeliverable_code) on mail_outbox to yui_app;

drop index mail_outbox_due;
create index mail_outbox_due on mail_outbox (next_attempt_at) where sent_at is null and undeliverable_at is null;
create index mail_outbox_about on mail_outbox (area_id, about, written_at desc, id desc) where about is not null;
-- A returned mail names its id, and no area.
create index mail_outbox_id on mail_outbox (id);
