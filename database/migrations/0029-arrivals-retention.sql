-- What each site forgot each day, as the fold of its history: erasure is logged (Data Protection Act 2018 s.62(1)(f)).
-- Each port forgets its own rows, and replication takes them from the other sites; this record stays where it was made.
create table arrivals.forgetting (
  id text primary key,
  seen_before timestamptz not null,
  reads integer not null,
  crossings integer not null,
  pictures integer not null
);

create index crossing_by_age on arrivals.crossing (site, id, last_seen_at);
