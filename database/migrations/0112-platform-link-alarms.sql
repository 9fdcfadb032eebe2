-- What went wrong on a site's links, and when it was over: the alarms that stand are those without an end. Stays at the site.
create table platform.link_event (
  id bigint generated always as identity primary key,
  peer text not null,
  lane text not null,
  name text not null,
  began_at timestamptz not null,
  ended_at timestamptz,
  about jsonb not null
);
create unique index link_event_standing on platform.link_event (peer, lane, name) where ended_at is null;
create index link_event_by_time on platform.link_event (began_at desc);

-- Under which numbers two databases were joined. Should either go on under another one, it was put back from a copy.
create table platform.joined_peer (
  peer text primary key,
  peer_incarnation integer not null,
  own_incarnation integer not null,
  joined_at timestamptz not null
);

-- Rows that stood against what their owner says, kept as evidence when a link was repaired: nothing is thrown away unseen.
create table platform.set_aside (
  id bigint generated always as identity primary key,
  of_table text not null,
  contents jsonb not null,
  why text not null,
  at timestamptz not null,
  by_name text not null
);
