-- How many false alerts each list's owner accepts, and the costs that come to that. Written at the centre, obeyed at every port.
create table watchlists.list_tiers (
  list_id uuid primary key,
  site text not null check (site = 'centre'),
  certain_per_million double precision not null check (certain_per_million >= 0),
  probable_per_million double precision not null check (probable_per_million >= certain_per_million),
  certain_cost_max double precision not null,
  probable_cost_max double precision not null check (probable_cost_max >= certain_cost_max),
  set_by text not null,
  set_at timestamptz not null
);

-- What officers' corrections have taught of how cameras go wrong. The newest in force counts; taking it out lets the one before count again.
create table watchlists.error_matrix (
  id uuid primary key,
  site text not null check (site = 'centre'),
  version integer not null unique check (version > 0),
  -- Null for all ports.
  port text,
  counts jsonb not null,
  status text not null check (status in ('in-force', 'taken-out')),
  put_in_force_by text not null,
  put_in_force_at timestamptz not null,
  taken_out_by text
);

create function watchlists.announce_tuning() returns trigger language plpgsql as $$
begin
  perform pg_notify('juxta', json_build_object('topic', 'watchlist-tuning', 'id', new.site)::text);
  return new;
end $$;

create trigger list_tiers_are_announced after insert or update on watchlists.list_tiers
  for each row execute function watchlists.announce_tuning();
alter table watchlists.list_tiers enable always trigger list_tiers_are_announced;

create trigger error_matrix_is_announced after insert or update on watchlists.error_matrix
  for each row execute function watchlists.announce_tuning();
alter table watchlists.error_matrix enable always trigger error_matrix_is_announced;
