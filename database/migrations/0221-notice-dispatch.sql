-- One letter sent one way to one place, from the plan to what was heard of it.
create table notice.dispatch (
  id uuid primary key,
  case_id uuid not null references penalties.case (id),
  penalty_id uuid not null references penalties.penalty (id),
  document_id uuid not null references notice.document (id),
  purpose text not null,
  channel text not null check (channel in ('post', 'email', 'by-hand', 'fixed-to-trailer')),
  destination jsonb not null,
  because text not null,
  planned_by jsonb not null,
  planned_on date not null,
  instead_of uuid references notice.dispatch (id),
  stage text not null check (stage in ('planned', 'withheld', 'handed-over', 'sent', 'failed', 'delivered', 'returned')),
  withheld jsonb,
  carrier jsonb,
  sent jsonb,
  failed jsonb,
  outcomes jsonb not null
);

create index dispatch_by_case on notice.dispatch (case_id);
create index dispatch_by_penalty on notice.dispatch (penalty_id);
create index dispatch_by_stage on notice.dispatch (stage, id);

-- How handing over goes: tries, when the next is due, and whether an answer is missing. A letter whose answer is missing is asked after before it is handed over again.
create table notice.dispatch_lane (
  dispatch_id uuid primary key references notice.dispatch (id),
  failures integer not null default 0,
  next_try_at timestamptz,
  last_fault text,
  asked_at timestamptz,
  looked_at timestamptz
);

-- What a carrier told us that fits none of our letters: kept until somebody has looked.
create table notice.unmatched_report (
  id uuid primary key,
  received_at timestamptz not null,
  kind text not null check (kind in ('receipt', 'returned-letter')),
  reference text,
  body jsonb not null
);
