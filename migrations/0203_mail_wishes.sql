-- What a mailbox wants of mail that may wait: each at once, all of a day together, or only what asks for an answer.
create table mail_wish (
  area_id text not null,
  address text not null check (address = lower(address)),
  wish text not null check (wish in ('at_once', 'daily', 'questions')),
  set_by text not null,
  set_at timestamptz not null,
  primary key (area_id, address)
);
alter table mail_wish enable row level security;
create policy reach on mail_wish using (yui_reaches(area_id)) with check (yui_reaches(area_id));
grant select, insert, update on mail_wish to yui_app;

alter table mail_outbox
  -- Goes out at once; asks for an answer; or tells something that can wait.
  add column kind text not null default 'now' check (kind in ('now', 'question', 'news')),
  add column answer_by timestamptz,
  -- What a digest shows of it: where it leads, and the number under which the matter is known.
  add column link text not null default '',
  add column reference text not null default '',
  -- How it goes, by the mailbox's wish. A mail in a digest is due when the digest is, and has gone when it has its id.
  add column way text not null default 'alone' check (way in ('unsorted', 'alone', 'digest', 'unwanted')),
  add column digest_id uuid;
grant update (way, digest_id) on mail_outbox to yui_app;

drop index mail_outbox_due;
create index mail_outbox_due on mail_outbox (next_attempt_at)
  where way = 'alone' and sent_at is null and undeliverable_at is null;
create index mail_outbox_unsorted on mail_outbox (written_at) where way = 'unsorted';
create index mail_outbox_digest on mail_outbox (next_attempt_at) where way = 'digest' and digest_id is null;
