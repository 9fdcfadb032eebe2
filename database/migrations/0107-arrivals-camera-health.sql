-- Vehicles seen without a readable plate, apart from motion and signs of life: what a camera's dirt and lamp are judged by.
alter table arrivals.camera_day add column unread integer not null default 0;

-- A camera that is silent beyond its habit, whose clock drifts or whose line is down: raised and ended by the port that owns it.
create table arrivals.camera_fault (
  id uuid primary key,
  site text not null,
  camera_id text not null,
  kind text not null check (kind in ('silent', 'clock', 'line')),
  -- What was measured when it was last looked at.
  measured jsonb not null,
  since_at timestamptz not null,
  ended_at timestamptz
);

create unique index camera_fault_open on arrivals.camera_fault (camera_id, kind) where ended_at is null;

create function arrivals.announce_camera() returns trigger language plpgsql as $$
begin
  perform pg_notify('juxta', json_build_object('topic', 'camera', 'id', new.site)::text);
  return new;
end $$;

create trigger camera_fault_is_announced after insert or update on arrivals.camera_fault
  for each row execute function arrivals.announce_camera();
alter table arrivals.camera_fault enable always trigger camera_fault_is_announced;
