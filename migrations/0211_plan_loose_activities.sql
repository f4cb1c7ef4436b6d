-- The activities that no initiative has: few, and asked for with each showing of the plan.
create index plan_activity_loose on plan_activity (area_id, held_from desc, id)
  where initiative_id is null and not is_total and deleted_at is null;
