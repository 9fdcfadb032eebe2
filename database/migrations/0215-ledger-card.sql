-- A way to pay one debt by card, made by an officer and given to whoever pays. Only the hash of its secret is kept.
create table ledger.pay_link (
  id uuid primary key,
  token_hash text not null unique,
  case_id uuid not null references penalties.case (id),
  penalty_id uuid not null references penalties.penalty (id),
  made_by jsonb not null,
  made_on date not null,
  last_day date not null,
  ended jsonb,
  check (last_day >= made_on)
);

create index pay_link_of_penalty on ledger.pay_link (penalty_id);

-- One attempt to pay by card, as the provider tells of it.
create table ledger.card_payment (
  id uuid primary key,
  link_id uuid not null references ledger.pay_link (id),
  case_id uuid not null references penalties.case (id),
  penalty_id uuid not null references penalties.penalty (id),
  amount_pence bigint not null check (amount_pence between 1 and 10000000),
  asked_at timestamptz not null,
  provider_id text unique,
  next_url text,
  status text not null check (status in ('asked', 'created', 'started', 'submitted', 'capturable', 'success', 'failed', 'cancelled', 'error')),
  code text,
  booked_as uuid references ledger.payment (id)
);

create index card_payment_of_link on ledger.card_payment (link_id, asked_at desc);

-- The provider tells at least once and in any order; each message is acted on once.
create table ledger.pay_message (
  message_id text primary key,
  provider_id text not null,
  heard_at timestamptz not null
);

-- What a pound is in euros, for the reader's convenience only: pounds are owed.
create table ledger.euro_rate (
  on_day date primary key,
  euros_per_pound numeric(8, 5) not null check (euros_per_pound > 0),
  source text not null,
  set_by_id text not null,
  set_by_name text not null,
  set_at timestamptz not null
);
