-- The whole schema as the migrations leave it, for reading and review.
-- Written by npm run schema from PostgreSQL's own catalogues; a test refuses one that is out of date. Never applied.

-- Schemas

create schema engagement;

create schema history;

create schema platform;

-- Functions

CREATE OR REPLACE FUNCTION history.announce()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into history.pending (entry_id) values (new.id);
  perform pg_notify('juxta', json_build_object('topic', 'history', 'id', new.id)::text);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION history.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and new.body is null and new.salt is null
     and (old.site, old.seq, old.stream, old.version, old.type, old.body_hash, old.by_id, old.by_name, old.by_role, old.at, old.previous, old.hash)
       = (new.site, new.seq, new.stream, new.version, new.type, new.body_hash, new.by_id, new.by_name, new.by_role, new.at, new.previous, new.hash)
  then return new;
  end if;
  raise exception 'History is append-only: an entry may be erased by rule, never changed or removed';
end $function$;

-- Tables

create table engagement.counted (
  entry_id uuid not null,
  measure text not null,
  counted_on date not null,
  site text not null,
  number bigint not null,
  constraint counted_pkey PRIMARY KEY (entry_id, measure)
);

create table history.chain (
  site text not null,
  seq bigint not null,
  hash text not null,
  constraint chain_pkey PRIMARY KEY (site)
);

create table history.entry (
  id uuid not null,
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
  at timestamp with time zone not null,
  reason text,
  under jsonb not null,
  previous text not null,
  hash text not null,
  constraint entry_pkey PRIMARY KEY (id),
  constraint entry_site_seq_key UNIQUE (site, seq),
  constraint entry_site_stream_version_key UNIQUE (site, stream, version)
);

create table history.pending (
  entry_id uuid not null,
  attempts integer default 0 not null,
  last_fault text,
  constraint pending_pkey PRIMARY KEY (entry_id),
  constraint pending_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES history.entry(id)
);

create table history.stream (
  stream text not null,
  version integer not null,
  constraint stream_pkey PRIMARY KEY (stream)
);

create table platform.demo_calendar (
  only_row boolean default true not null,
  days_ahead integer not null,
  constraint demo_calendar_pkey PRIMARY KEY (only_row),
  constraint demo_calendar_days_ahead_check CHECK (((days_ahead >= 0) AND (days_ahead <= 3650))),
  constraint demo_calendar_only_row_check CHECK (only_row)
);

create table platform.migration (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone default now() not null,
  constraint migration_pkey PRIMARY KEY (name)
);

-- Indexes

CREATE INDEX counted_by_year ON engagement.counted USING btree (counted_on, measure);

CREATE INDEX entry_by_person ON history.entry USING btree (by_id, at);

CREATE INDEX entry_by_stream ON history.entry USING btree (stream, version);

CREATE INDEX entry_by_time ON history.entry USING btree (at);

-- Triggers

CREATE TRIGGER entry_is_announced AFTER INSERT ON history.entry FOR EACH ROW EXECUTE FUNCTION history.announce();
alter table history.entry enable always trigger entry_is_announced;

CREATE TRIGGER entry_is_kept BEFORE DELETE OR UPDATE ON history.entry FOR EACH ROW EXECUTE FUNCTION history.refuse_change();
