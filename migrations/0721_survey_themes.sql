-- Of how many texts the themes were changed by hand since answers were last put into columns.
alter table sensitive.survey add column uncounted integer not null default 0;
