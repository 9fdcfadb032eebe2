-- What the cameras saw of a vehicle that was stopped, searched or found with people, or that an officer holds: a whole crossing,
-- as it stood, with the reference it is kept for and a last day of its own. It outlives the week it was in (ADR 0027).
create table arrivals.evidence (
  crossing_id uuid primary key,
  site text not null,
  because text not null check (because in ('hit', 'search', 'detection', 'hold')),
  reference text not null,
  taken_at timestamptz not null,
  delete_on date not null,
  crossing jsonb not null,
  plates jsonb not null,
  reads jsonb not null,
  images jsonb not null
);
create index evidence_due on arrivals.evidence (site, delete_on);

-- An officer's wish that a crossing be kept, with the case it is kept for and a last day.
create table arrivals.hold (
  id uuid primary key,
  site text not null,
  reference text not null,
  reason text not null,
  until_on date not null,
  held_by text not null,
  held_at timestamptz not null,
  released_by text,
  released_at timestamptz
);

create index hit_confirmed on arrivals.hit (crossing_id) where status = 'confirmed';

-- A week that is dropped is no loss of the link: what was proven of it is forgotten with it.
create function platform.forget_proof(which text, from_id uuid, to_id uuid) returns void language sql as $$
  delete from platform.proof_found where of_table = which and range between platform.range_of(from_id) and platform.range_of(to_id)
$$;

-- Whether a picture is evidence is asked of every picture that is to go.
create index evidence_pictures on arrivals.evidence using gin (images jsonb_path_ops);
