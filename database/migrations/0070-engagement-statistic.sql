-- One anonymous row for each thing counted, so that the year's figures outlive the personal records they came from.
create schema engagement;

create table engagement.counted (
  entry_id uuid not null,
  measure text not null,
  counted_on date not null,
  site text not null,
  number bigint not null,
  primary key (entry_id, measure)
);

create index counted_by_year on engagement.counted (counted_on, measure);
