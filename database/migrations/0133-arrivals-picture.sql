-- Pictures stay at the port that took them until somebody elsewhere needs one (ADR 0028). Who asks writes a row, and the port
-- answers with the bytes, or without any where it no longer has them. Both travel over the links between sites, and nothing else.
create table arrivals.picture_request (
  id uuid primary key,
  site text not null,
  of_site text not null,
  sha256 text not null,
  asked_by text not null,
  asked_at timestamptz not null
);
create index picture_request_waiting on arrivals.picture_request (of_site, asked_at);

create table arrivals.picture_copy (
  id uuid primary key,
  site text not null,
  sha256 text not null,
  bytes bytea,
  answered_at timestamptz not null
);
create index picture_copy_by_hash on arrivals.picture_copy (sha256, answered_at desc);

create function arrivals.announce_picture() returns trigger language plpgsql as $$
begin
  perform pg_notify('juxta', json_build_object('topic', 'picture', 'id', new.sha256)::text);
  return new;
end $$;
create trigger picture_request_is_announced after insert or update on arrivals.picture_request
  for each row execute function arrivals.announce_picture();
alter table arrivals.picture_request enable always trigger picture_request_is_announced;
create trigger picture_copy_is_announced after insert or update on arrivals.picture_copy
  for each row execute function arrivals.announce_picture();
alter table arrivals.picture_copy enable always trigger picture_copy_is_announced;
