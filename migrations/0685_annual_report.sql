-- What the secretariat chose for the annual report of a year: words of its own, figures of the profile, photos, what is left out.
create table annual_report_setting (
  area_id text collate "C" not null,
  fiscal_year int not null,
  foreword text not null,
  author text not null,
  left_out text[] not null,
  figures text[] not null,
  photos text[] not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (area_id, fiscal_year)
);
select yui_guard('annual_report_setting', 'area');
grant select, insert, update on annual_report_setting to yui_app;
