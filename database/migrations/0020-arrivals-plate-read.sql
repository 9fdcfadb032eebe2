-- What cameras saw. Reads are rows of the port that received them; the centre gets copies.
create schema arrivals;

-- A camera's id stands in the address it posts to and begins with its site, so that no two sites can register the same one.
create table arrivals.camera (
  id text primary key,
  site text not null,
  name text not null,
  maker text not null,
  lane text,
  state text not null,
  key_sha256 text not null,
  check (id like site || '-%')
);

create table arrivals.plate_read (
  id uuid primary key,
  site text not null,
  camera_id text not null,
  camera_hint text,
  lane text,
  direction text,
  captured_at timestamptz not null,
  received_at timestamptz not null,
  plate text not null,
  plate_as_read text not null,
  country text,
  confidence double precision,
  character_confidence jsonb,
  candidates jsonb not null,
  passage_hint text,
  state text not null,
  format text not null,
  raw_sha256 text not null,
  -- Where the raw message lay in the port's spool while it was there.
  spool_position bigint not null,
  -- Equal for two deliveries of one read, whatever order they come in and however often.
  same_as_sha256 text not null,
  unique (site, camera_id, same_as_sha256)
);

create index plate_read_by_plate on arrivals.plate_read (plate, captured_at);
create index plate_read_by_time on arrivals.plate_read (site, captured_at);

-- Pictures are files named by their own hash, at the port only; this says which read shows which.
create table arrivals.image (
  read_id uuid not null references arrivals.plate_read (id),
  site text not null,
  sha256 text not null,
  kind text not null,
  bytes integer not null,
  primary key (read_id, sha256, kind)
);

create index image_by_hash on arrivals.image (sha256);

-- Messages that could not be understood, kept whole for a person. The same bytes from the same camera are one row with a count.
create table arrivals.quarantine (
  id uuid primary key,
  site text not null,
  camera_id text not null,
  content_type text not null,
  received_at timestamptz not null,
  last_received_at timestamptz not null,
  times integer not null,
  reason text not null,
  detail text not null,
  raw bytea not null,
  raw_sha256 text not null,
  unique (site, camera_id, raw_sha256)
);

-- What came of trying a quarantined message again.
create table arrivals.quarantine_retry (
  id uuid primary key,
  attempts integer not null,
  outcome text not null
);

-- One row a camera and day: the numbers on the camera page.
create table arrivals.camera_day (
  site text not null,
  camera_id text not null,
  day date not null,
  reads integer not null,
  ignored integer not null,
  duplicates integer not null,
  quarantined integer not null,
  last_seen_at timestamptz not null,
  primary key (site, camera_id, day)
);

-- How far this port's spool is in the database; moved in the same transaction as what it counts, so a crash repeats nothing.
create table arrivals.intake_progress (
  spool_id text primary key,
  position bigint not null
);

-- Reads whose crossing and matching are not yet known to be done; a crash in between leaves them here to be taken up again.
create table arrivals.unfollowed_read (
  read_id uuid primary key references arrivals.plate_read (id)
);
