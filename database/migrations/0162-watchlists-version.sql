-- How far the lists have come: one number, raised by every statement that changes them at the centre, in the order of commits.
-- It travels behind the rows it counts, on their stream, so a port that has the number has the rows.
create table watchlists.version (
  site text primary key,
  number bigint not null,
  changed_at timestamptz not null
);

create function watchlists.raise_version() returns trigger language plpgsql as $$
begin
  insert into watchlists.version as held (site, number, changed_at) values ('centre', 1, clock_timestamp())
  on conflict (site) do update set number = held.number + 1, changed_at = excluded.changed_at;
  return null;
end $$;

-- Not for rows that arrive by replication: their number arrives too.
create trigger list_raises_version after insert or update on watchlists.list
  for each statement execute function watchlists.raise_version();
create trigger entry_raises_version after insert or update on watchlists.entry
  for each statement execute function watchlists.raise_version();

-- What each site answers: the number it holds and since when, and now and then what it holds, as one sum over all rows.
create table watchlists.held (
  site text primary key,
  number bigint not null,
  held_at timestamptz not null,
  proven_number bigint,
  entries bigint,
  content numeric
);

create function watchlists.announce_version() returns trigger language plpgsql as $$
begin
  perform pg_notify('juxta', json_build_object('topic', 'watchlist-version', 'id', new.site)::text);
  return null;
end $$;

create trigger version_is_announced after insert or update on watchlists.version
  for each row execute function watchlists.announce_version();
alter table watchlists.version enable always trigger version_is_announced;
create trigger held_is_announced after insert or update on watchlists.held
  for each row execute function watchlists.announce_version();
alter table watchlists.held enable always trigger held_is_announced;
