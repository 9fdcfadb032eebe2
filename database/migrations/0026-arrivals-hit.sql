-- A read that may be a listed vehicle. The entry is copied as it stood, because what the officer was told must stay readable.
create table arrivals.hit (
  id uuid primary key,
  site text not null,
  crossing_id uuid not null,
  plate_id uuid not null,
  entry_id uuid not null,
  list_name_en text not null,
  list_name_fr text not null,
  reason_en text not null,
  reason_fr text not null,
  handling text not null,
  markers text[] not null,
  listed_plate text not null,
  listed_country text,
  read_id uuid not null,
  plate text not null,
  country text,
  character_confidence jsonb,
  image_sha256 text,
  how text not null,
  differences jsonb not null,
  cost double precision not null,
  lane text,
  raised_at timestamptz not null,
  status text not null check (status in ('raised', 'acknowledged', 'confirmed', 'dismissed', 'superseded')),
  handled_by text,
  handled_at timestamptz,
  dismissed_as text,
  unique (crossing_id, entry_id)
);

create index hit_open on arrivals.hit (site, raised_at desc) where status in ('raised', 'acknowledged');
create index hit_by_crossing on arrivals.hit (crossing_id);
create index hit_by_plate on arrivals.hit (plate);
create index hit_by_listed_plate on arrivals.hit (listed_plate);

create function arrivals.announce_hit() returns trigger language plpgsql as $$
begin
  perform pg_notify('juxta', json_build_object('topic', 'hit', 'id', new.id)::text);
  return new;
end $$;

create trigger hit_is_announced after insert or update on arrivals.hit
  for each row execute function arrivals.announce_hit();
alter table arrivals.hit enable always trigger hit_is_announced;
