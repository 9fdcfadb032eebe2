-- Each site says once a second, on each stream it sends to the others, that it is alive. What arrived last, and when,
-- is the only honest measure of a link: a subscription can call itself streaming and still have lost rows.
create table platform.heartbeat (
  site text not null,
  stream text not null check (stream in ('alerts', 'rest')),
  beat bigint not null,
  at timestamptz not null,
  -- How far the site's own history reached at this beat: whoever hears the beat must hold that much of it.
  history_seq bigint not null,
  arrived_at timestamptz not null,
  primary key (site, stream)
);

create function platform.stamp_arrival() returns trigger language plpgsql as $$
begin
  new.arrived_at := clock_timestamp();
  return new;
end $$;

-- Always, because rows that replication brings fire no other triggers; each site stamps by its own clock.
create trigger heartbeat_is_stamped before insert or update on platform.heartbeat
  for each row execute function platform.stamp_arrival();
alter table platform.heartbeat enable always trigger heartbeat_is_stamped;
