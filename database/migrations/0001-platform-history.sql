-- History is the audit and the outbox: every act is a row here, chained by hash, written with the state it changed.
create schema history;

-- One chain per site, so that a port can write while the link is cut. The row is locked to append.
create table history.chain (
  site text primary key,
  seq bigint not null,
  hash text not null
);

-- The version of each thing this site writes; locked while an act is decided.
create table history.stream (
  stream text primary key,
  version integer not null
);

-- body and salt may be erased under a retention rule; body_hash stays, so the chain still verifies.
create table history.entry (
  id uuid primary key,
  site text not null,
  seq bigint not null,
  stream text not null,
  version integer not null,
  type text not null,
  body jsonb,
  salt text,
  body_hash text not null,
  by_id text not null,
  by_name text not null,
  by_role text not null,
  at timestamptz not null,
  reason text,
  under jsonb not null,
  previous text not null,
  hash text not null,
  unique (site, seq),
  unique (site, stream, version)
);

create index entry_by_stream on history.entry (stream, version);
create index entry_by_time on history.entry (at);
create index entry_by_person on history.entry (by_id, at);

create function history.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.body is null and new.salt is null
     and (old.site, old.seq, old.stream, old.version, old.type, old.body_hash, old.by_id, old.by_name, old.by_role, old.at, old.previous, old.hash)
       = (new.site, new.seq, new.stream, new.version, new.type, new.body_hash, new.by_id, new.by_name, new.by_role, new.at, new.previous, new.hash)
  then return new;
  end if;
  raise exception 'History is append-only: an entry may be erased by rule, never changed or removed';
end $$;

create trigger entry_is_kept before update or delete on history.entry
  for each row execute function history.refuse_change();

-- What reactions have still to look at. Filled for rows of other sites too, as they arrive: no counter to fall behind.
create table history.pending (
  entry_id uuid primary key references history.entry (id),
  attempts integer not null default 0,
  last_fault text
);

create function history.announce() returns trigger language plpgsql as $$
begin
  insert into history.pending (entry_id) values (new.id);
  perform pg_notify('juxta', json_build_object('topic', 'history', 'id', new.id)::text);
  return new;
end $$;

create trigger entry_is_announced after insert on history.entry
  for each row execute function history.announce();
alter table history.entry enable always trigger entry_is_announced;
