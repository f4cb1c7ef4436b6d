-- What is still to be told by telephone to a workplace that has no mailbox: since when, and which letter says it.
alter table support_request
  add column tell_since timestamptz,
  add column tell_what text,
  add constraint support_request_tell check ((tell_since is null) = (tell_what is null));
create index support_request_tell on support_request (area_id, tell_since) where tell_since is not null;
