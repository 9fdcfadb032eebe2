-- What partners outside Juxta are told. Kept at the centre alone: elsewhere these tables are empty.
create schema release;

create table release.partner (
  id uuid primary key,
  name text not null,
  agency text not null,
  ring text not null check (ring in ('uk', 'fr')),
  registered_by text not null,
  -- Rules up to this version were ended by hand; only a later one, which two people agreed to, releases anything again.
  stopped_through integer not null
);

-- The terms are read whole, once for each sending, and never asked for by part; the log names them by partner and version.
create table release.rule (
  id uuid primary key,
  partner_id uuid not null references release.partner (id),
  version integer not null,
  terms jsonb not null,
  status text not null check (status in ('proposed', 'approved', 'refused')),
  proposed_by text not null,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  answered_by text,
  answered_by_name text,
  answered_at timestamptz,
  unique (partner_id, version),
  check ((status = 'proposed') = (answered_by is null)),
  check (answered_by is distinct from proposed_by)
);

-- Two proposals at once could not both be compared with what is in force.
create unique index rule_one_proposed on release.rule (partner_id) where status = 'proposed';

-- Who outside may have what a list or an entry says. What has no row here is told to nobody.
create table release.marking (
  subject_id uuid primary key,
  subject text not null check (subject in ('list', 'entry')),
  marking text not null,
  -- Null: every partner whose rule covers it.
  partner_ids uuid[]
);

-- What has to be judged for a partner: a reference, never what it says, because the judging is done when it is sent.
create table release.queue (
  id bigint generated always as identity primary key,
  written_in xid8 not null default pg_current_xact_id(),
  written_at timestamptz not null default clock_timestamp(),
  partner_id uuid not null,
  subject text not null check (subject in ('hit', 'entry', 'canary')),
  subject_id uuid not null
);

create index queue_in_order on release.queue (partner_id, written_in, id);
create index queue_by_subject on release.queue (partner_id, subject, subject_id);

-- How the sending to one partner goes. A lost row costs a repeated judgement and nothing else.
create table release.lane (
  partner_id uuid primary key references release.partner (id),
  last_number bigint not null default 0,
  failures integer not null default 0,
  next_try_at timestamptz,
  last_fault text,
  last_answered_at timestamptz,
  -- The rule and the day everything was last judged for; when either is another, everything is judged anew.
  swept_for text,
  canaries_judged_at timestamptz,
  canary_asked_on date,
  -- Once this says something, nothing is sent to the partner until a person has looked.
  canary_alarm text
);

-- Where one record stands with one partner, as the fold of its history. What was said is not kept, only its hash.
create table release.item (
  id uuid primary key,
  partner_id uuid not null references release.partner (id),
  kind text not null,
  subject_id uuid not null,
  stage text not null,
  message_id uuid not null,
  number bigint not null,
  body_sha256 text,
  rule_version integer not null,
  begun_at timestamptz not null,
  answered_at timestamptz,
  because text,
  reason text,
  escalated_to text,
  escalated_at timestamptz,
  unique (partner_id, kind, subject_id)
);

create index item_by_stage on release.item (partner_id, stage);
create index item_by_subject on release.item (subject_id);

-- Hears rows of this site and rows that arrive by replication alike, in the transaction that changes them: a correction
-- reaches the outbox when it reaches the centre, and not when its history does. Without partners it does nothing.
create function release.queue_subject() returns trigger language plpgsql as $$
begin
  insert into release.queue (partner_id, subject, subject_id)
    select partner.id, tg_argv[0], case when tg_op = 'DELETE' then old.id else new.id end from release.partner;
  if found then
    perform pg_notify('juxta', json_build_object('topic', 'release', 'id', tg_argv[0])::text);
  end if;
  return null;
end $$;

create trigger hit_is_judged after insert or update or delete on arrivals.hit
  for each row execute function release.queue_subject('hit');
alter table arrivals.hit enable always trigger hit_is_judged;

create trigger entry_is_judged after insert or update or delete on watchlists.entry
  for each row execute function release.queue_subject('entry');
alter table watchlists.entry enable always trigger entry_is_judged;

-- What partners told us, as the fold of its history. What it says is kept apart, so that it can be erased when they take it back.
create table release.received (
  id uuid primary key,
  partner_id uuid not null references release.partner (id),
  item uuid not null,
  kind text not null,
  message_id uuid not null,
  number bigint not null,
  body_sha256 text not null,
  stage text not null,
  entry_id uuid,
  told_at timestamptz not null,
  unique (partner_id, item)
);

create table release.received_body (
  received_id uuid primary key references release.received (id),
  facts jsonb not null,
  marking text not null,
  legal_basis text not null,
  keep_until date not null
);
