-- Who works on cases: which languages, which share of a full week, and when they are away.
create table penalties.team_member (
  id text primary key,
  name text not null,
  languages text[] not null,
  share_percent integer not null check (share_percent between 0 and 100),
  absences jsonb not null
);

-- A list that somebody made for themselves, or for everybody: its filters as they stand in the address.
create table penalties.saved_list (
  id uuid primary key,
  officer_id text not null,
  officer_name text not null,
  name text not null,
  address text not null,
  for_team boolean not null,
  unique (officer_id, name)
);

-- One act on many cases: chosen, checked, where two are needed approved by another, and run with a result for each.
create table penalties.bulk_act (
  id uuid primary key,
  act text not null,
  answers jsonb not null,
  items jsonb not null,
  stage text not null check (stage in ('prepared', 'approved', 'run', 'dropped')),
  needs_two boolean not null,
  reasons text not null,
  prepared_by jsonb not null,
  prepared_at timestamptz not null,
  approved_by jsonb,
  check (approved_by is null or not needs_two or approved_by ->> 'officerId' <> prepared_by ->> 'officerId')
);
create index bulk_act_newest on penalties.bulk_act (prepared_at desc);

-- The result of each, written in the transaction that did it: an act that is run again finds what it has done.
create table penalties.bulk_result (
  bulk_id uuid not null references penalties.bulk_act (id),
  case_id uuid not null references penalties.case (id),
  refused text,
  at timestamptz not null,
  primary key (bulk_id, case_id)
);

-- Cases that somebody has picked for one act on all of them, across as many lists and pages as they like.
create table penalties.picked (
  officer_id text not null,
  case_id uuid not null references penalties.case (id),
  primary key (officer_id, case_id)
);

-- Every time a case was given to somebody, taken by them, or passed on by them: what the fairness report counts.
create table penalties.allocation (
  id bigint generated always as identity primary key,
  case_id uuid not null references penalties.case (id),
  officer_id text not null,
  officer_name text not null,
  how text not null check (how in ('taken', 'next-case', 'shared-out', 'moved', 'passed')),
  weight integer not null,
  reasons text,
  by_id text not null,
  at timestamptz not null
);
create index allocation_by_time on penalties.allocation (at);
create index allocation_passed on penalties.allocation (officer_id, case_id) where how = 'passed';
