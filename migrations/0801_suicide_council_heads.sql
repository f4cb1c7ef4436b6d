-- The meeting of heads over the liaison meeting of those who work in suicide prevention.
alter table council_body drop constraint council_body_kind_check;
alter table council_body add constraint council_body_kind_check check (kind in
  ('prefecture_council', 'area_council', 'working_group', 'suicide_prevention_heads', 'suicide_prevention_liaison', 'other'));
