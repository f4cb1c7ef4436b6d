-- News for whoever looks after the health of a workplace: who gets them, and the issues.
create table news_reader (
  area_id text collate "C" not null,
  id uuid not null,
  email text not null,
  workplace text not null default '',
  state text not null check (state in ('asked', 'joined', 'left')),
  asked_at timestamptz not null,
  joined_at timestamptz,
  left_at timestamptz,
  primary key (area_id, id),
  unique (area_id, email)
);
create index news_reader_joined on news_reader (area_id, id) where state = 'joined';
select yui_guard('news_reader', 'area', holder => 'id', deletes => 'false');
grant select, insert, update, delete on news_reader to yui_app;

create table news_issue (
  area_id text collate "C" not null,
  id uuid not null,
  sender_id uuid not null,
  sender text not null,
  title text not null,
  lead text not null default '',
  -- [{ source, id, title, text, to }]
  items jsonb not null default '[]',
  updated_at timestamptz not null,
  updated_by text not null,
  -- Since when it goes out, the last reader whom it was sent, and when all of them had it.
  sent_at timestamptz,
  sent_through uuid,
  readers int not null default 0,
  done_at timestamptz,
  deleted_at timestamptz,
  deleted_by text,
  primary key (area_id, id)
);
create index news_issue_due on news_issue (sent_at) where sent_at is not null and done_at is null;
select yui_guard('news_issue', 'area', reads => 'sent_at is not null or yui_reaches(area_id)');
grant select, insert, update on news_issue to yui_app;

-- Contacts of orders that are over, and readers who have left, go with time.
do $$
declare target text;
begin
  foreach target in array array['material_order', 'news_reader'] loop
    execute format(
      'create policy retention on %I using (yui_actor() = ''<retention>'') with check (yui_actor() = ''<retention>'')', target);
  end loop;
end $$;
