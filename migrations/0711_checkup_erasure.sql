-- For how many years after its fiscal year a result is kept under an agreement, and before which fiscal year everything
-- was erased.
alter table sensitive.provider_agreement
  add column years_kept integer not null default 5 check (years_kept between 1 and 30),
  add column erased_before smallint;
