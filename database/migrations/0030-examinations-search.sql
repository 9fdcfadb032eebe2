-- A vehicle being searched, or searched, at one port: the row is the fold of its history, steps and all.
create schema examinations;

create table examinations.search (
  id uuid primary key,
  site text not null,
  stage text not null check (stage in ('open', 'ended')),
  tractor_plate text,
  trailer_plate text,
  country text,
  layer text not null,
  lane text not null,
  officers jsonb not null,
  crossing_id uuid,
  hit_id uuid,
  opened_at timestamptz not null,
  opened_by text not null,
  -- One element for each technique, in the order carried out. They are counted by technique, and never changed one by one.
  steps jsonb not null,
  outcome text,
  end_note text,
  ended_at timestamptz,
  check ((stage = 'ended') = (ended_at is not null and outcome is not null)),
  check (tractor_plate is not null or trailer_plate is not null or crossing_id is not null)
);

create index search_at_port on examinations.search (site, stage, opened_at);
create index search_of_tractor on examinations.search (tractor_plate) where tractor_plate is not null;
create index search_of_trailer on examinations.search (trailer_plate) where trailer_plate is not null;
create index search_of_crossing on examinations.search (crossing_id) where crossing_id is not null;
