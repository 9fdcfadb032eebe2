-- A look at a vehicle's history beyond the tier of general access: asked for, approved by a named senior officer, then made.
-- Kept at the site where it was asked for, where the senior officer signs in to answer.
create schema coordination;

create table coordination.history_request (
  id uuid primary key,
  plate text not null,
  from_day date not null,
  to_day date not null,
  reason text not null,
  reference text not null,
  requested_by text not null,
  requested_by_name text not null,
  requested_at timestamptz not null,
  status text not null check (status in ('waiting', 'approved', 'refused')),
  answered_by text,
  answered_by_name text,
  answered_at timestamptz,
  check ((status = 'waiting') = (answered_by is null)),
  check (answered_by is distinct from requested_by)
);

create index history_request_waiting on coordination.history_request (requested_at) where status = 'waiting';

-- Characters that cameras mix up are one here, as in the matcher, so that a misread plate is found under the plate it was.
create index crossing_plate_folded on arrivals.crossing_plate (translate(plate, 'ODQILZSBGV', '000112586U') text_pattern_ops, seen_at desc);
