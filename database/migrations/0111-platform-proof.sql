-- Links prove themselves (ADR 0011). A statement that changes a table which travels leaves a touch: which range of the
-- table it wrote to. Once a second the site writes a numbered page: for each range touched, how many rows it holds and
-- their digest; and takes those touches away. Touches and pages travel with the rows, in the same lane and order. So
-- whoever receives them knows without any clock: a range without a touch holds exactly what its last page says, or rows
-- were lost, doubled or altered on the way.

-- Ranges of a table by its key. Ids begin with the milliseconds of their making: 2^14 of them, 16.4 seconds, are one
-- range, which the key's own index finds. Days are ranges of their own; other keys fall into 256 parts.
create function platform.range_of(id uuid) returns bigint language sql immutable parallel safe strict
  return ('x' || substr(replace(id::text, '-', ''), 1, 12))::bit(48)::bigint >> 14;
create function platform.range_of(day date) returns bigint language sql immutable parallel safe strict
  return day - date '2000-01-01';
create function platform.range_of(key text) returns bigint language sql immutable parallel safe strict
  return hashtextextended(key, 0) & 255;

create function platform.first_id_in(range bigint) returns uuid language sql immutable parallel safe strict
  return (lpad(to_hex(range << 14), 12, '0') || repeat('0', 20))::uuid;
create function platform.last_id_in(range bigint) returns uuid language sql immutable parallel safe strict
  return (lpad(to_hex((range << 14) | 16383), 12, '0') || repeat('f', 20))::uuid;

create table platform.proof_touch (
  site text not null,
  lane text not null,
  number bigint generated always as identity,
  of_table text not null,
  range bigint not null,
  at timestamptz not null default clock_timestamp(),
  primary key (site, lane, number)
);
create index proof_touch_by_range on platform.proof_touch (site, of_table, range);

-- The arguments say the lane, the table and the key's column. Fires for a site's own statements only: what replication
-- brings is proven by the site that wrote it.
create function platform.touch() returns trigger language plpgsql as $$
begin
  execute format(
    'insert into platform.proof_touch (site, lane, of_table, range) select distinct site, %L, %L, platform.range_of(%I) from %s changed',
    tg_argv[0], tg_argv[1], tg_argv[2],
    case tg_op when 'INSERT' then 'new_rows' when 'DELETE' then 'old_rows' else '(table new_rows union all table old_rows)' end);
  return null;
end $$;

-- Numbered without a gap for each site, lane and incarnation. claims: for each table its columns, and [range, rows, digest] for each range.
create table platform.proof_page (
  site text not null,
  lane text not null,
  incarnation integer not null,
  number bigint not null,
  at timestamptz not null,
  claims jsonb not null,
  primary key (site, lane, incarnation, number)
);

-- What this site found when it compared what it holds with what the owner's last page says. Never leaves it.
create table platform.proof_found (
  site text not null,
  of_table text not null,
  range bigint not null,
  lane text not null,
  incarnation integer not null,
  page bigint not null,
  columns text[] not null,
  rows_there bigint not null,
  digest_there text not null,
  rows_here bigint,
  verdict text not null check (verdict in ('to-check', 'proven', 'missing', 'doubled', 'altered')),
  checked_at timestamptz,
  primary key (site, of_table, range)
);
create index proof_found_open on platform.proof_found (site, lane, page) where verdict <> 'proven';
create index proof_found_oldest on platform.proof_found (checked_at) where verdict = 'proven';

-- How far this site has read each lane's pages.
create table platform.proof_read (
  site text not null,
  lane text not null,
  incarnation integer not null,
  number bigint not null,
  at timestamptz,
  primary key (site, lane)
);

-- A site's database that was put back from an older copy goes on under a new number.
create table platform.incarnation (
  number integer primary key,
  began_at timestamptz not null,
  why text not null
);

-- The beat says under which number, how far the lane's pages go, and what this site has heard from the others on that lane.
alter table platform.heartbeat add column incarnation integer not null default 1;
alter table platform.heartbeat add column page bigint not null default 0;
alter table platform.heartbeat add column heard jsonb not null default '{}';
