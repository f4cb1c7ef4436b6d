-- The texts of letters, for the whole house. A version is never changed or taken away: a mail names the one that it was
-- filled from, so that what somebody was told, or agreed to, can be read later.
create table letter_version (
  area_id text collate "C" not null,
  id uuid not null,
  module text not null,
  letter text not null,
  language text not null check (language in ('ja', 'en')),
  subject text not null,
  body text not null,
  written_by text not null,
  written_at timestamptz not null,
  primary key (area_id, id)
);
-- Which version an area writes instead of the shipped text.
create table letter_text (
  area_id text collate "C" not null,
  module text not null,
  letter text not null,
  language text not null check (language in ('ja', 'en')),
  version uuid not null,
  primary key (area_id, module, letter, language),
  foreign key (area_id, version) references letter_version (area_id, id)
);
select yui_guard('letter_version', 'area');
select yui_guard('letter_text', 'area');
grant select, insert on letter_version to yui_app;
grant select, insert, update, delete on letter_text to yui_app;
alter table mail_outbox add column letter_version uuid;

set local role yui_upkeep;
insert into letter_version (area_id, id, module, letter, language, subject, body, written_by, written_at)
select area_id, gen_random_uuid(), 'support', letter, language, subject, body, changed_by, changed_at from support_text;
insert into letter_text (area_id, module, letter, language, version)
select area_id, module, letter, language, id from letter_version;
set local role yui_owner;
drop table support_text;
