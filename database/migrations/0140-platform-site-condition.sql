-- What a site says of itself that an officer has to know while it lasts: its disk is full, its clock was set. Ended, it is gone; the log keeps it.
create table platform.site_condition (
  site text not null,
  name text not null,
  since timestamptz not null,
  primary key (site, name)
);
