-- The member who does a task, where it is one: whom a reminder goes to. `owner` stays the name as it was written.
alter table council_task add column owner_member_id uuid;
alter table council_task add constraint council_task_owner
  foreign key (area_id, owner_member_id) references council_member (area_id, id);
