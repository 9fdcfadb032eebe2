-- A bank's file as it was read. It posts nothing until a person takes it in.
create table ledger.bank_file (
  id uuid primary key,
  sha256 text not null,
  name text not null,
  -- What was read: the statement and its rows, each with its entry or with what is wrong with it.
  read jsonb not null,
  statement_id text not null,
  account text not null,
  brought_by_id text not null,
  brought_by_name text not null,
  brought_at timestamptz not null,
  taken_in jsonb
);

-- One statement is taken in once, whatever the file is called.
create unique index statement_taken_in_once on ledger.bank_file (account, statement_id) where taken_in is not null;
create index bank_file_by_time on ledger.bank_file (brought_at desc);

-- One movement on our bank account, as the bank reported it.
create table ledger.bank_entry (
  id uuid primary key,
  file_id uuid not null references ledger.bank_file (id),
  account text not null,
  entry_ref text not null,
  booked_on date not null,
  direction text not null check (direction in ('in', 'out')),
  amount_pence bigint not null check (amount_pence > 0),
  payer text not null,
  payer_account text,
  remittance text not null,
  stage text not null check (stage in ('waiting', 'matched', 'set-aside')),
  match jsonb,
  times_matched integer not null,
  set_aside jsonb,
  -- The bank's own number of a movement comes once in the life of an account.
  unique (account, entry_ref)
);

create index bank_entry_waiting on ledger.bank_entry (stage, booked_on, id);
create index bank_entry_of_file on ledger.bank_entry (file_id);
