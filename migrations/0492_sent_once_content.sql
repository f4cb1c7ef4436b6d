-- What a form said, as a hash: sent again with something else in it, it is not answered as if that had been saved.
alter table sent_once add column content text not null default '';
