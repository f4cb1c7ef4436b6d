-- What one part of the system may do with the rows of a table, besides those whom its policies name. It comes on top of
-- yui_guard, so that a table's own policies need not be written again for it.
create function yui_service_may(target regclass, service text, variadic commands text[]) returns void language plpgsql as $$
declare one text;
begin
  foreach one in array commands loop
    execute format('create policy %I on %s for %s %s (yui_actor() = %L)', service || ' ' || one, target, one,
      case one when 'insert' then 'with check' else 'using' end, service);
  end loop;
end $$;

-- Who counts reads rows, and changes none.
select yui_service_may(one::regclass, '<consultation-counts>', 'select') from unnest(string_to_array(
  'sensitive.client sensitive.client_judgement sensitive.consultation_case sensitive.case_contact sensitive.referral '
  'sensitive.referral_event', ' ')) as one;
