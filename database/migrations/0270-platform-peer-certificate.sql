-- By which certificates each peer is known here: the one that was agreed on, and those it has renewed it by since.
create table platform.peer_certificate (
  peer text not null,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  known_since timestamptz not null,
  -- The peer itself, by its certificate before; or who agreed on it by hand.
  told_by text not null,
  primary key (peer, fingerprint)
);
