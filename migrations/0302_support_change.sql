-- A workplace changed its own request, and the secretariat has not looked at it yet.
alter table support_request add column changed_at timestamptz;
create index support_request_changed on support_request (area_id, changed_at desc) where changed_at is not null;
