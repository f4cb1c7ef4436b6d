-- Mail that is to be sent. A row is the truth: it is written in the transaction that decided to send it, and stays
-- until a server has taken it, however often the program or the server is down in between.
create table mail_outbox (
  area_id text not null,
  id uuid not null,
  recipient text not null,
  subject text not null,
  body text not null,
  -- [{ name, mediaType, text }]
  attachments jsonb not null default '[]',
  -- The same wish uttered twice (a double click, a repeated job) is one mail.
  once_key text not null,
  written_by text not null,
  written_at timestamptz not null,
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  last_error text,
  sent_at timestamptz,
  primary key (area_id, id),
  unique (area_id, once_key)
);
create index mail_outbox_due on mail_outbox (next_attempt_at) where sent_at is null;

alter table mail_outbox enable row level security;
create policy mail_outbox_read on mail_outbox for select using (yui_reaches(area_id));
create policy mail_outbox_write on mail_outbox for insert with check (written_by = yui_actor());
create policy mail_outbox_change on mail_outbox for update using (yui_reaches(area_id));
grant select, insert on mail_outbox to yui_app;
grant update (attempts, next_attempt_at, last_error, sent_at) on mail_outbox to yui_app;
