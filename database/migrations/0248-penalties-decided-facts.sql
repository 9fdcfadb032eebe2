-- The facts each decision was taken on, narrow enough to be compared by the thousand. Who the person is, and where they come from, is not among them.
create table penalties.decided_facts (
  penalty_id uuid primary key references penalties.penalty (id),
  section text not null,
  capacity text not null,
  regime text not null,
  port text not null,
  entrants integer not null,
  complied boolean not null,
  accredited boolean not null,
  employed_by_accredited boolean not null,
  absent_and_acted boolean not null,
  business_size text,
  means_shown boolean not null,
  earlier integer not null,
  driver_reported boolean not null,
  code_pence bigint,
  amount_pence bigint not null,
  departs boolean not null,
  decided_on date not null
);

create index decided_facts_by_kind on penalties.decided_facts (section, capacity, decided_on desc);
