-- The profile shows the targets and activities that the plan keeps (docs/decisions/0022-the-plan-owns-targets.md).
-- Until now the plan told it nothing, and the demonstration's were loaded a second time straight into the profile.
insert into area_target (area_id, origin, key, goal, item, unit, direction, baseline_year, baseline_value, target_year,
  target_value, indicator_code, sex, position, source, published)
select target.area_id, 'plan', target.id::text, coalesce(goal.title, ''), target.item, target.unit, target.direction,
  target.baseline_year, target.baseline_value, target.target_year, target.target_value, target.indicator, null,
  row_number() over (partition by target.area_id order by target.created_at, target.id) - 1,
  coalesce(nullif(target.source, ''), 'この地域の計画'),
  exists (select from plan_publication published where published.area_id = target.area_id)
from plan_target target
left join plan_goal goal
  on goal.area_id = target.area_id and goal.id = target.goal_id and goal.deleted_at is null
where target.deleted_at is null;

insert into activity_count (area_id, origin, key, fiscal_year, kind, label, sessions, participants, source, published)
select area_id, 'plan', fiscal_year || '-' || kind, fiscal_year, kind,
  -- The labels of src/programmes/plan/messages.ts as they were then; the next change of a year writes them anew.
  case kind
    when 'training' then '研修会' when 'awareness' then '普及啓発事業'
    when 'mental_health_support' then 'メンタルヘルスケア支援事業' when 'outreach_lecture' then '出前講座'
    when 'consultation' then '健康相談' when 'visit' then '訪問' when 'event' then '催し' when 'survey' then '調査'
    when 'meeting' then '会議・検討会' when 'other' then 'その他' else kind
  end,
  sum(sessions), sum(participants), 'この地域の計画に記録された活動',
  bool_or(exists (
    select from activity_count printed
    where printed.area_id = plan_activity.area_id and printed.fiscal_year = plan_activity.fiscal_year
      and printed.kind = plan_activity.kind and printed.published))
from plan_activity
where deleted_at is null and held_from <= (now() at time zone 'Asia/Tokyo')::date
group by area_id, fiscal_year, kind;

delete from activity_count where origin = 'published';
delete from area_target where origin = 'published' and goal <> '';
