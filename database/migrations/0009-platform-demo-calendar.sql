-- How many days a demonstration's calendar runs ahead of the real one. A production site never reads it.
create schema if not exists platform;

create table platform.demo_calendar (
  only_row boolean primary key default true check (only_row),
  days_ahead integer not null check (days_ahead between 0 and 3650)
);
