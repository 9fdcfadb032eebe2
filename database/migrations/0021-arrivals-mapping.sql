-- How to read the messages of cameras whose installers wrote them themselves. Kept at the port that reads them.
create table arrivals.mapping (
  id uuid primary key,
  site text not null,
  name text not null,
  definition jsonb not null
);

alter table arrivals.camera add column mapping_id uuid;
