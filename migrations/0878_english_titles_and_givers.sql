-- What an event is called in English, and who gives an award, as both are written for others to read.
alter table event add column title_en text not null default '';
alter table award_round add column giver text not null default '';
