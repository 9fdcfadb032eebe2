-- People found in a vehicle: the row is the fold of its history. Nobody found is named in it.
create table examinations.detection (
  id uuid primary key,
  site text not null,
  stage text not null check (stage in ('draft', 'recorded', 'discarded')),
  search_id uuid,
  crossing_id uuid,
  started_at timestamptz not null,
  started_by text not null,
  recorded_at timestamptz,
  -- The four parts of the form, each null until its step is saved.
  alarm jsonb,
  vehicle jsonb,
  papers jsonb,
  scene jsonb,
  photos jsonb not null,
  hand_overs jsonb not null,
  corrections jsonb not null,
  check ((stage = 'recorded') = (recorded_at is not null)),
  check (stage <> 'recorded' or num_nulls(alarm, vehicle, papers, scene) = 0)
);

create index detection_at_port on examinations.detection (site, stage, started_at);
create index detection_of_search on examinations.detection (search_id) where search_id is not null;
create index detection_of_tractor on examinations.detection ((vehicle->>'tractorPlate'));
create index detection_of_trailer on examinations.detection ((vehicle->>'trailerPlate'));

-- Photographs by their own hash, beside the row that names them: in the database, so that one transaction keeps both,
-- one back-up holds both, and the centre receives the picture by the same link as the record (ADR 0030).
create table examinations.photo (
  site text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  kept_at timestamptz not null,
  primary key (site, sha256),
  check (encode(sha256(bytes), 'hex') = sha256)
);
