-- Leaflets, posters and other materials of an area, and their editions.
create table material (
  area_id text collate "C" not null,
  id uuid not null,
  kind text not null
    check (kind in ('leaflet', 'poster', 'panel', 'manual', 'video', 'dvd', 'slides', 'article')),
  title text not null,
  theme text not null,
  audiences text[] not null default '{}',
  owner text not null default '',
  -- What others may do with it.
  rights text not null check (rights in ('own', 'logo', 'as_is', 'ask')),
  note text not null default '',
  published boolean not null,
  updated_at timestamptz not null,
  updated_by text not null,
  deleted_at timestamptz,
  deleted_by text,
  primary key (area_id, id)
);
select yui_guard('material', 'area', reads => 'published or yui_reaches(area_id)');
grant select, insert, update on material to yui_app;

create table material_edition (
  area_id text collate "C" not null,
  id uuid not null,
  material_id uuid not null,
  label text not null,
  language text not null check (language in ('ja', 'easy', 'en', 'vi', 'zh', 'pt')),
  format text not null default '',
  valid_until date,
  file_id uuid,
  -- What a leaflet of our own is made of; null where the edition is a file.
  leaflet jsonb,
  -- Where the copies lie, when to print more, and how many go with one order.
  place text not null default '',
  low_at int check (low_at >= 0),
  most_an_order int not null default 100 check (most_an_order > 0),
  published boolean not null,
  replaced_by uuid,
  -- Since when a fact that it prints is another, and which; who holds copies was told then.
  stale_since timestamptz,
  stale_facts text[] not null default '{}',
  updated_at timestamptz not null,
  updated_by text not null,
  deleted_at timestamptz,
  deleted_by text,
  primary key (area_id, id),
  foreign key (area_id, material_id) references material (area_id, id)
);
create index material_edition_material on material_edition (area_id, material_id);
select yui_guard('material_edition', 'area', reads => 'published or yui_reaches(area_id)');
grant select, insert, update on material_edition to yui_app;

-- What an edition prints of something that may change: an office's telephone, a hotline.
create table material_fact (
  area_id text collate "C" not null,
  id uuid not null,
  edition_id uuid not null,
  source text not null check (source in ('organisation', 'hotline', 'entry')),
  source_id text not null,
  field text not null,
  -- Whose it is, and what was printed.
  label text not null,
  printed text not null,
  position int not null,
  primary key (area_id, id),
  unique (area_id, edition_id, source, source_id, field),
  foreign key (area_id, edition_id) references material_edition (area_id, id)
);
select yui_guard('material_fact', 'area', reads => 'true');
grant select, insert, update, delete on material_fact to yui_app;

-- Copies that came and went. The stock of an edition is their sum and stands nowhere else; none is changed or deleted.
create table material_movement (
  area_id text collate "C" not null,
  id uuid not null,
  edition_id uuid not null,
  kind text not null check (kind in ('receive', 'send', 'return', 'count', 'discard')),
  amount int not null check (
    amount <> 0 and case when kind in ('receive', 'return') then amount > 0 when kind in ('send', 'discard') then amount < 0 else true end),
  reason text not null default '',
  order_id uuid,
  holder text not null default '',
  on_day date not null,
  at timestamptz not null,
  by text not null,
  primary key (area_id, id),
  foreign key (area_id, edition_id) references material_edition (area_id, id)
);
create index material_movement_edition on material_movement (area_id, edition_id) include (amount, kind);
create index material_movement_order on material_movement (area_id, order_id) where order_id is not null;
select yui_guard('material_movement', 'area');
grant select, insert on material_movement to yui_app;

create table material_order (
  area_id text collate "C" not null,
  id uuid not null,
  number text not null,
  state text not null check (state in ('promised', 'sent', 'cancelled', 'refused')),
  channel text not null check (channel in ('web', 'account', 'office')),
  language text not null check (language in ('ja', 'en')),
  workplace text not null,
  organisation_id uuid,
  contact text not null default '',
  phone text not null default '',
  email text not null default '',
  address text not null default '',
  note text not null default '',
  reason text not null default '',
  made_on date not null,
  made_at timestamptz not null,
  settled_at timestamptz,
  primary key (area_id, id),
  unique (area_id, number)
);
create index material_order_state on material_order (area_id, state, made_at);
select yui_guard('material_order', 'area', holder => 'id');
grant select, insert, update on material_order to yui_app;

-- Copies of an edition that an order was promised. They are kept back while `open`. The rows name nobody: whoever orders
-- sums them up.
create table material_order_line (
  area_id text collate "C" not null,
  order_id uuid not null,
  edition_id uuid not null,
  promised int not null check (promised > 0),
  open boolean not null,
  primary key (area_id, order_id, edition_id),
  foreign key (area_id, order_id) references material_order (area_id, id),
  foreign key (area_id, edition_id) references material_edition (area_id, id)
);
create index material_order_line_open on material_order_line (area_id, edition_id) include (promised) where open;
select yui_guard('material_order_line', 'area', inserts => 'yui_reaches(area_id) and yui_holds(order_id::text)',
  changes => 'yui_reaches(area_id) and yui_holds(order_id::text)');
grant select, insert, update on material_order_line to yui_app;

-- What became of copies: handed out, and seen. Sent ones are movements.
create table material_reach (
  area_id text collate "C" not null,
  id uuid not null,
  edition_id uuid not null,
  order_id uuid,
  kind text not null check (kind in ('handed_out', 'seen')),
  amount int not null check (amount > 0),
  way text not null default '',
  on_day date not null,
  at timestamptz not null,
  by text not null,
  primary key (area_id, id),
  foreign key (area_id, edition_id) references material_edition (area_id, id)
);
create index material_reach_edition on material_reach (area_id, edition_id) include (amount, kind, on_day);
select yui_guard('material_reach', 'area');
grant select, insert on material_reach to yui_app;

-- A short address of an edition for each way by which it goes out, and how often it was opened on a day. Of who opens it
-- nothing is kept.
create table material_link (
  area_id text collate "C" not null,
  id uuid not null,
  edition_id uuid not null,
  code text not null,
  way text not null,
  made_at timestamptz not null,
  primary key (area_id, id),
  unique (area_id, code),
  foreign key (area_id, edition_id) references material_edition (area_id, id)
);
create index material_link_edition on material_link (area_id, edition_id);
select yui_guard('material_link', 'area', reads => 'true');
grant select, insert on material_link to yui_app;

create table material_open (
  area_id text collate "C" not null,
  link_id uuid not null,
  day date not null,
  opens int not null check (opens > 0),
  primary key (area_id, link_id, day),
  foreign key (area_id, link_id) references material_link (area_id, id)
);
select yui_guard('material_open', 'area');
grant select, insert, update on material_open to yui_app;

-- How many orders came on a day by the same way to reach somebody: who orders may not look at others to find out.
create function material_orders_by(area text, told_phone text, told_email text, day date) returns int
  language sql stable security definer set search_path = public, pg_temp
  return (
    select count(*)::int from material_order
    where area_id = area and made_on = day
      and ((told_phone <> '' and phone = told_phone) or (told_email <> '' and lower(email) = lower(told_email)))
  );
alter function material_orders_by(text, text, text, date) owner to yui_upkeep;
