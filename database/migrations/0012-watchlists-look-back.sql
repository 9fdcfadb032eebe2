-- Which entries this port has already held against the vehicles that passed before the entry arrived.
-- Each port keeps its own: the rows never travel.
create table watchlists.looked_back (
  port text not null,
  entry_id uuid not null,
  first_looked_at timestamptz not null,
  -- The second look is done, which catches what was being written during the first.
  settled boolean not null,
  primary key (port, entry_id)
);
