-- For which day somebody was told that a task is overdue or that a poll has closed, so that the round that looks for
-- them every few minutes finds each once.
alter table council_task add column reminded_for date;
alter table council_meeting add column closing_told_for date;
