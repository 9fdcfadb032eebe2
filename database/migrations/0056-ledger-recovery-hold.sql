create extension if not exists btree_gist;

-- While one of these runs nobody is chased. Two of a kind on one penalty never overlap.
create table ledger.recovery_hold (
  id uuid primary key,
  case_id uuid not null references penalties.case (id),
  penalty_id uuid not null references penalties.penalty (id),
  kind text not null check (kind in ('complaint', 'vulnerability', 'insolvency', 'appeal')),
  from_on date not null,
  -- The last day held; null while nobody knows.
  until_on date check (until_on >= from_on),
  reasons text not null,
  placed_by jsonb not null,
  lifted jsonb,
  exclude using gist (penalty_id with =, kind with =, daterange(from_on, until_on, '[]') with &&)
);

create index hold_by_case on ledger.recovery_hold (case_id);
