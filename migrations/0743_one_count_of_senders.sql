-- One count of what strangers send in a day, with the bytes of their files. What was counted today in the old one is let go:
-- until midnight an address may send as much again.
alter table sender_count add column bytes bigint not null default 0;
drop table support_sender;
