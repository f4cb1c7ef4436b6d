-- Whoever runs the system counts files for the council. The content of each stays sealed under its owner's key.
select yui_service_may('sensitive.health_file', '<cli>', 'select');
select yui_service_may('sensitive.health_entry', '<cli>', 'select');
select yui_service_may('sensitive.health_share_look', '<cli>', 'select');
