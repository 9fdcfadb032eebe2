-- Each interval in which a legal clock stood still, under the notice it belongs to. The clock itself is derived from events; this is
-- what was paused when, kept where the database refuses two pauses at once.
create table penalties.pause (
  penalty_id uuid not null references penalties.penalty (id),
  document_id text not null,
  clock text not null check (clock in ('pay')),
  from_on date not null,
  -- The first day that counts again; null while the clock stands still.
  until_on date check (until_on >= from_on),
  cause text not null check (cause in ('objection-held')),
  primary key (penalty_id, document_id, clock),
  exclude using gist (penalty_id with =, clock with =, daterange(from_on, until_on, '[)') with &&)
);

-- When one of our doors was shut to people who had a day to keep.
create table penalties.outage (
  id uuid primary key,
  channel text not null check (channel in ('public-site', 'e-mail', 'post', 'telephone', 'card-payments')),
  from_at timestamptz not null,
  until_at timestamptz check (until_at > from_at),
  what text not null,
  recorded_by jsonb not null,
  ended_by jsonb,
  exclude using gist (channel with =, tstzrange(from_at, until_at, '[)') with &&)
);

create index outage_by_time on penalties.outage (from_at desc);
