-- What was done to recover a debt, step by step: by whom, why, what was asked and answered, and what proves that a letter arrived.
create table ledger.enforcement_step (
  id uuid primary key,
  case_id uuid not null references penalties.case (id),
  penalty_id uuid not null references penalties.penalty (id),
  code text not null,
  taken_on date not null,
  taken_by jsonb not null,
  reasons text not null,
  answers jsonb not null,
  letter jsonb,
  service jsonb,
  check (service is null or letter is not null)
);

create index enforcement_step_of_case on ledger.enforcement_step (case_id);
