-- Lists are written at the centre alone and copied to every port, so that a port matches by itself while the link is cut.
create schema watchlists;

-- Why each list may exist at all: without an owner, a legal basis and a purpose there is no list.
create table watchlists.list (
  id uuid primary key,
  site text not null check (site = 'centre'),
  name_en text not null,
  name_fr text not null,
  owner text not null,
  legal_basis text not null,
  purpose_en text not null,
  purpose_fr text not null
);

create table watchlists.entry (
  id uuid primary key,
  site text not null check (site = 'centre'),
  list_id uuid not null references watchlists.list (id),
  plate text not null,
  country text,
  reason_en text not null,
  reason_fr text not null,
  handling text not null check (handling in ('observe', 'check', 'stop', 'do-not-stop')),
  markers text[] not null,
  ports text[] not null,
  starts_on date not null,
  last_day_on date not null,
  review_on date not null,
  status text not null check (status in ('active', 'withdrawn')),
  added_by text not null,
  confirmed_by text,
  check (starts_on <= last_day_on)
);

create index entry_by_list on watchlists.entry (list_id, status);
create index entry_by_plate on watchlists.entry (plate);

-- Fires for rows that arrive by replication too: a port's process learns at once that its match set is old.
create function watchlists.announce() returns trigger language plpgsql as $$
begin
  perform pg_notify('juxta', json_build_object('topic', 'watchlist', 'id', new.id)::text);
  return new;
end $$;

create trigger list_is_announced after insert or update on watchlists.list
  for each row execute function watchlists.announce();
alter table watchlists.list enable always trigger list_is_announced;

create trigger entry_is_announced after insert or update on watchlists.entry
  for each row execute function watchlists.announce();
alter table watchlists.entry enable always trigger entry_is_announced;
