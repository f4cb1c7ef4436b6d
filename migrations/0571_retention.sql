-- What has had its time goes by one service, which sees and touches these tables for nothing else. Where requests may not
-- delete today, they still may not.
do $$
declare target text;
begin
  foreach target in array string_to_array(
    'identity_session identity_verification identity_held_form invitation link mail_outbox '
    'membership support_request sent_once identity_attempt', ' ')
  loop
    if not has_table_privilege('yui_app', target, 'delete') then
      execute format('drop policy deletes on %I', target);
      execute format('create policy deletes on %I for delete using (false)', target);
      execute format('grant delete on %I to yui_app', target);
    end if;
    execute format(
      'create policy retention on %I using (yui_actor() = ''<retention>'') with check (yui_actor() = ''<retention>'')', target);
  end loop;
end $$;
