-- A vehicle's passage through a lane: the reads of one passage are one crossing, whatever number of cameras saw it.
create table arrivals.crossing (
  id uuid primary key,
  site text not null,
  lane text,
  direction text,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null
);

create index crossing_by_lane on arrivals.crossing (site, lane, last_seen_at desc);
create index crossing_by_time on arrivals.crossing (site, last_seen_at desc);

-- A lorry shows two or three plates, often of different countries; each is kept apart with its best read.
create table arrivals.crossing_plate (
  id uuid primary key,
  site text not null,
  crossing_id uuid not null references arrivals.crossing (id),
  part text check (part in ('tractor', 'trailer')),
  plate text not null,
  country text,
  confidence double precision,
  character_confidence jsonb,
  read_id uuid not null,
  image_sha256 text,
  seen_at timestamptz not null
);

create index crossing_plate_by_crossing on arrivals.crossing_plate (crossing_id);
create index crossing_plate_by_plate on arrivals.crossing_plate (plate, seen_at desc);

-- One notice for a batch of any size: PostgreSQL sends equal notices of one transaction once.
create function arrivals.announce_crossing() returns trigger language plpgsql as $$
begin
  perform pg_notify('juxta', json_build_object('topic', 'crossing', 'id', new.site)::text);
  return new;
end $$;

create trigger crossing_is_announced after insert or update on arrivals.crossing
  for each row execute function arrivals.announce_crossing();
alter table arrivals.crossing enable always trigger crossing_is_announced;
