-- What an installer knows of a camera and its messages do not say: which way vehicles pass it, and how far its clock is ahead of ours.
alter table arrivals.camera add column direction text check (direction in ('towards-uk', 'from-uk'));
alter table arrivals.camera add column clock_ahead_ms integer not null default 0;
alter table arrivals.camera drop constraint camera_faces_check;
alter table arrivals.camera add constraint camera_faces_check check (faces in ('front', 'rear', 'trailer'));
-- The key before a change, taken until then, so that a camera is not deaf while somebody walks to it.
alter table arrivals.camera add column former_key jsonb;

-- Whether the link over which we fetch from a camera is up. Written by the machine that holds it; the history of a camera holds what people decided.
create table arrivals.camera_line (
  camera_id text primary key,
  site text not null,
  state text not null check (state in ('trying', 'up', 'down')),
  -- A fixed code for why it is down, and the words of the fault.
  reason text,
  detail text,
  since_at timestamptz not null,
  heard_at timestamptz,
  -- From when on the camera may have recorded what we do not have.
  missing_from timestamptz,
  tries integer not null
);

-- User and password that we show to a camera or its broker, sealed with the port's own key. Never leaves the port, never enters the history.
create table arrivals.camera_secret (
  camera_id text primary key,
  site text not null,
  user_name text not null,
  sealed bytea not null,
  set_at timestamptz not null
);
