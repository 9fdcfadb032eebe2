-- Ports that joined later, by a token: kept by the centre, known everywhere.
create table platform.place (
  id text primary key check (id ~ '^[a-z][a-z0-9]{1,30}$'),
  site text not null check (site = 'centre'),
  name text not null,
  zone text not null,
  joined_at timestamptz not null,
  left_at timestamptz
);

-- How each peer that joined by a token is reached, and its certificate. Holds the password of its replicator, so it stays here.
create table platform.peer (
  peer text primary key,
  url text not null,
  joined_at timestamptz not null
);

-- Tokens given out. Only their hash is kept: who reads this table cannot join with it.
create table platform.invitation (
  token_sha256 text primary key,
  place text not null,
  name text not null,
  zone text not null,
  invited_by text not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by_fingerprint text
);
