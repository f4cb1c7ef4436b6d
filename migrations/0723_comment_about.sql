-- Which part of a thing a comment is about, by the name that its module gives it; empty: the whole.
alter table comment add column about text not null default '';
