-- What somebody agreed to pay when. It moves no last day of the law; while it is kept nobody is chased.
create table ledger.instalment_plan (
  id uuid primary key,
  case_id uuid not null references penalties.case (id),
  penalty_id uuid not null references penalties.penalty (id),
  instalments jsonb not null,
  total_pence bigint not null check (total_pence > 0),
  means text not null,
  reasons text not null,
  agreed_by jsonb not null,
  agreed_on date not null,
  letters jsonb not null,
  ended jsonb
);

-- One agreement at a time for one debt.
create unique index instalment_plan_in_force on ledger.instalment_plan (penalty_id) where ended is null;
create index instalment_plan_of_case on ledger.instalment_plan (case_id);
