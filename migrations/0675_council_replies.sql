-- Whether a member comes, asked with the invitation; who stands in for whom; and whose hand wrote down what was said by
-- telephone (empty where the member answered). A seat can be a user's whose organisation sits by another name.
alter table council_invitee
  add column reply text check (reply in ('present', 'proxy', 'absent')),
  add column replied_at timestamptz,
  add column replied_by text not null default '',
  add column proxy_name text not null default '',
  add column answered_by text not null default '';
alter table council_meeting add column reply_by date;
alter table council_body add column quorum int check (quorum > 0);
alter table council_member add column user_id text;
alter table council_agenda_item
  add column minutes int check (minutes > 0),
  add column deleted_by text;
