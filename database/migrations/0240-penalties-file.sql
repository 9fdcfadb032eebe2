-- The file of a case: what was supplied, what to heed, who speaks for whom, what was asked, what was noted, what it hangs
-- together with. One row for each thing; `state` is what its history folds to.

create table penalties.flag (
  id uuid primary key,
  case_id uuid not null references penalties.case (id),
  state jsonb not null,
  check (state ->> 'kind' in ('vulnerability', 'hold', 'litigation', 'press', 'safety'))
);
create index flag_of_case on penalties.flag (case_id);

create table penalties.evidence (
  id uuid primary key,
  case_id uuid not null references penalties.case (id),
  state jsonb not null,
  check (state #>> '{file,sha256}' ~ '^[0-9a-f]{64}$')
);
create index evidence_of_case on penalties.evidence (case_id);
-- The same bytes stand in a case once: what else is known of them is said of that one.
create unique index evidence_once on penalties.evidence (case_id, (state #>> '{file,sha256}')) where state ->> 'withdrawn' is null;

-- Bytes by their own hash, computed again here: what is kept is what was supplied.
create table penalties.evidence_bytes (
  sha256 text primary key,
  bytes bytea not null,
  kept_at timestamptz not null,
  check (encode(sha256(bytes), 'hex') = sha256)
);

-- Who opened which rendition, first and last: a decision says what its decider had opened.
create table penalties.evidence_opened (
  evidence_id uuid not null references penalties.evidence (id),
  sha256 text not null,
  officer_id text not null,
  officer_name text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (evidence_id, sha256, officer_id),
  check (first_at <= last_at)
);

create table penalties.representative (
  id uuid primary key,
  case_id uuid not null references penalties.case (id),
  state jsonb not null
);
create index representative_of_case on penalties.representative (case_id);

create table penalties.information_request (
  id uuid primary key,
  case_id uuid not null references penalties.case (id),
  state jsonb not null
);
create index information_request_of_case on penalties.information_request (case_id);

create table penalties.note (
  id uuid primary key,
  case_id uuid not null references penalties.case (id),
  state jsonb not null
);
create index note_of_case on penalties.note (case_id);

create table penalties.case_link (
  id uuid primary key,
  case_id uuid not null references penalties.case (id),
  state jsonb not null,
  other_case_id uuid not null generated always as ((state ->> 'otherCaseId')::uuid) stored references penalties.case (id),
  check (case_id <> (state ->> 'otherCaseId')::uuid)
);
create index case_link_of_case on penalties.case_link (case_id);
create index case_link_of_other on penalties.case_link (other_case_id);
