-- What goes wrong with the installation and was told by mail already; a row goes when it is mended. No area's, and about nobody.
create table operation_alert (
  part text primary key,
  since timestamptz not null
);
select yui_guard('operation_alert', 'shared', reads => 'yui_reaches(''*'')');
grant select, insert, delete on operation_alert to yui_app;
