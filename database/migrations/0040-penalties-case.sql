create schema penalties;

-- References are given out in order within a year, in the transaction that opens the case, so that none is skipped.
create table penalties.reference_year (
  year integer primary key,
  last integer not null
);

create table penalties.case (
  id uuid primary key,
  reference text not null unique,
  detection_id uuid unique,
  incident jsonb not null,
  regime text not null,
  stage text not null check (stage in ('open', 'proposed', 'decided', 'closed')),
  opened_on date not null,
  caseworker_id text,
  caseworker_name text,
  closed_on date,
  port text not null generated always as (incident ->> 'port') stored,
  occurred_on text not null generated always as (incident ->> 'occurredOn') stored
);

create index case_by_stage on penalties.case (stage, opened_on);

create table penalties.person (
  id uuid primary key,
  case_id uuid not null references penalties.case (id),
  party_id uuid not null,
  capacity text not null check (capacity in ('driver', 'owner', 'hirer', 'operator')),
  identity jsonb not null,
  facts jsonb not null,
  -- What finds the same person in other cases, written as bare letters and digits.
  registered_key text generated always as (upper(regexp_replace(identity ->> 'registeredNumber', '[^A-Za-z0-9]', '', 'g'))) stored,
  unique (case_id, party_id, capacity)
);

create index person_by_case on penalties.person (case_id);
create index person_by_number on penalties.person (registered_key) where registered_key <> '';

create table penalties.penalty (
  id uuid primary key,
  case_id uuid not null references penalties.case (id),
  person_id uuid not null references penalties.person (id),
  party_id uuid not null,
  capacity text not null,
  section text not null check (section in ('32', '31A')),
  regime text not null,
  responsible_on date not null,
  entrants integer not null check (entrants >= 0),
  driver_reported boolean not null,
  stage text not null check (stage in ('proposed', 'decided', 'none', 'issued', 'objected', 'determined', 'cancelled', 'settled')),
  amount_pence bigint check (amount_pence >= 0),
  proposal jsonb not null,
  decision jsonb,
  notices jsonb not null,
  objection jsonb,
  determination jsonb,
  ended jsonb,
  unique (person_id, section),
  -- Never the same person who proposed: said by the act, and held here as well.
  check (decision is null or proposal -> 'proposedBy' ->> 'officerId' <> decision -> 'decidedBy' ->> 'officerId')
);

create index penalty_by_case on penalties.penalty (case_id);

-- A copy for sorting the work list only. Last days are derived from events each time they are shown.
create table penalties.nearest_day (
  case_id uuid primary key references penalties.case (id),
  last_day date not null,
  clock text not null
);

create index nearest_day_by_day on penalties.nearest_day (last_day);

-- Why an officer is looking at a case, remembered so that nobody has to say it on every page.
create table penalties.look_reason (
  officer_id text not null,
  case_id uuid not null,
  reason text not null,
  remembered_until timestamptz not null,
  primary key (officer_id, case_id)
);
