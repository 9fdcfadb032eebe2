-- What is given up though it is owed: proposed by one, approved by another, above a limit by two others. Never removed; taken back by a new line.
create table ledger.write_off (
  id uuid primary key,
  case_id uuid not null references penalties.case (id),
  penalty_id uuid not null references penalties.penalty (id),
  code text not null,
  class text not null check (class in ('administrative', 'judicial', 'system')),
  amount_pence bigint not null check (amount_pence > 0),
  reasons text not null,
  evidence text not null,
  proposed_by jsonb not null,
  proposed_on date not null,
  approvals jsonb not null,
  stage text not null check (stage in ('proposed', 'refused', 'written-off')),
  refused jsonb,
  written_off_on date,
  reversals jsonb not null,
  reversed_pence bigint not null check (reversed_pence between 0 and amount_pence),
  -- Who proposed never approves: said by the act, and held here as well.
  check (not jsonb_path_exists(approvals, '$[*].by ? (@.officerId == $one)', jsonb_build_object('one', proposed_by -> 'officerId')))
);

-- One waits at a time for one debt.
create unique index write_off_waiting on ledger.write_off (penalty_id) where stage = 'proposed';
create index write_off_of_case on ledger.write_off (case_id);
create index write_off_by_stage on ledger.write_off (stage, class);
