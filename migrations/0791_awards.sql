-- Awards and declarations: rounds of a scheme's edition, entries, judges, what they say, and what was given.

-- A round keeps the edition of its scheme as it was opened with.
create table award_round (
  area_id text collate "C" not null,
  id uuid not null,
  scheme text not null,
  edition text not null,
  body jsonb not null,
  title text not null,
  -- The day whose facts count, and until when one may enter.
  base_on date not null,
  closes_on date not null,
  -- When and where it is handed over, as letters and the press sheet say it.
  ceremony text not null default '',
  state text not null check (state in ('draft', 'open', 'judging', 'decided')),
  -- Criteria that count for nobody any more, with the reason.
  withdrawn jsonb not null default '[]',
  -- What was decided, by which criteria, data and judges. It never changes; an appeal adds another.
  decisions jsonb not null default '[]',
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (area_id, id)
);
select yui_guard('award_round', 'area', reads => 'state <> ''draft'' or yui_reaches(area_id)');
grant select, insert, update on award_round to yui_app;

create table award_entry (
  area_id text collate "C" not null,
  id uuid not null,
  round_id uuid not null,
  number text not null,
  state text not null check (state in ('draft', 'submitted', 'withdrawn')),
  workplace text not null,
  workplace_key text not null,
  workers int not null check (workers > 0),
  canteen boolean not null,
  organisation_id uuid,
  contact text not null default '',
  phone text not null default '',
  email text not null default '',
  address text not null default '',
  -- Whether it says of each bar that there is none.
  clear boolean not null,
  -- By criterion: whether it says so, and a note; how many were examined.
  answers jsonb not null,
  rate jsonb,
  -- What Yui holds of it, released by the workplace; what the staff saw or was handed.
  facts jsonb not null default '[]',
  confirmed jsonb not null default '{}',
  may_publish boolean not null,
  appeal text not null default '',
  appeal_answer text not null default '',
  made_at timestamptz not null,
  submitted_at timestamptz,
  settled_at timestamptz,
  primary key (area_id, id),
  unique (area_id, number),
  foreign key (area_id, round_id) references award_round (area_id, id)
);
create index award_entry_round on award_entry (area_id, round_id, state);
create index award_entry_workplace on award_entry (area_id, workplace_key);
select yui_guard('award_entry', 'area', holder => 'id');
grant select, insert, update on award_entry to yui_app;

create table award_judge (
  area_id text collate "C" not null,
  id uuid not null,
  round_id uuid not null,
  name text not null,
  affiliation text not null default '',
  made_at timestamptz not null,
  removed_at timestamptz,
  primary key (area_id, id),
  foreign key (area_id, round_id) references award_round (area_id, id)
);
create index award_judge_round on award_judge (area_id, round_id);
select yui_guard('award_judge', 'area', holder => 'id');
grant select, insert, update on award_judge to yui_app;

create table award_review (
  area_id text collate "C" not null,
  entry_id uuid not null,
  judge_id uuid not null,
  round_id uuid not null,
  conflict boolean not null,
  scores jsonb not null default '{}',
  note text not null default '',
  said_at timestamptz not null,
  primary key (area_id, entry_id, judge_id),
  foreign key (area_id, entry_id) references award_entry (area_id, id),
  foreign key (area_id, judge_id) references award_judge (area_id, id)
);
create index award_review_round on award_review (area_id, round_id);
select yui_guard('award_review', 'area', holder => 'judge_id');
grant select, insert, update on award_review to yui_app;

create table honour (
  area_id text collate "C" not null,
  id uuid not null,
  round_id uuid not null,
  entry_id uuid not null,
  -- What stands on the certificate, and what its check page is found by.
  number text not null,
  code text not null,
  tier text not null,
  title text not null,
  workplace text not null,
  workplace_key text not null,
  -- What the workplace agreed to be told in public; empty where nothing.
  words text not null default '',
  may_publish boolean not null,
  from_on date not null,
  to_on date,
  handed_on date,
  revoked_on date,
  revoke_reason text not null default '',
  -- Something was corrected afterwards: looked at when the term is renewed.
  flag text not null default '',
  given_at timestamptz not null,
  primary key (area_id, id),
  unique (area_id, number),
  unique (area_id, code),
  unique (area_id, round_id, entry_id),
  foreign key (area_id, entry_id) references award_entry (area_id, id)
);
create index honour_workplace on honour (area_id, workplace_key);
select yui_guard('honour', 'area', reads => 'may_publish or yui_reaches(area_id)');
grant select, insert, update on honour to yui_app;
