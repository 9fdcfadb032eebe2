create schema ledger;

-- One account for each number that must never be mixed with another: what was issued, what is owed, what was taken off by
-- decisions, what is held of each payment, what is in the bank, what was given up. Debit is positive, in whole pence.
create table ledger.account (
  id text primary key,
  kind text not null check (kind in ('debt', 'issued', 'taken-off', 'written-off', 'held', 'bank')),
  penalty_id uuid references penalties.penalty (id),
  payment_id uuid,
  balance_pence bigint not null default 0,
  -- A debt paid twice, a payment spent twice: the balance would cross zero, and the database says no.
  constraint balance_stays_on_its_side check (case when kind in ('issued', 'held') then balance_pence <= 0 else balance_pence >= 0 end)
);

create index account_by_penalty on ledger.account (penalty_id);
create index account_by_payment on ledger.account (payment_id);

create table ledger.journal (
  id uuid primary key,
  kind text not null check (kind in ('debt', 'reduction', 'receipt', 'allocation', 'release', 'return')),
  on_day date not null,
  -- What called for it. The same cause posts once, however often it is told.
  source text not null unique,
  reverses uuid unique references ledger.journal (id),
  note text not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  written_in xid8 not null default pg_current_xact_id()
);

create index journal_by_time on ledger.journal (at desc, id desc);

create table ledger.posting (
  journal_id uuid not null references ledger.journal (id),
  account_id text not null references ledger.account (id),
  amount_pence bigint not null check (amount_pence <> 0),
  primary key (journal_id, account_id)
);

create index posting_by_account on ledger.posting (account_id);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is never changed: an error is put right by a new journal';
end $$;

create trigger journal_is_kept before update or delete on ledger.journal for each row execute function ledger.refuse_change();
create trigger posting_is_kept before update or delete on ledger.posting for each row execute function ledger.refuse_change();
create trigger ledger_is_not_emptied before truncate on ledger.posting execute function ledger.refuse_change();

-- Balances move with postings only. The row lock this takes is what keeps two payments from spending the same debt.
create function ledger.move_balance() returns trigger language plpgsql as $$
begin
  if (select written_in from ledger.journal where id = new.journal_id) is distinct from pg_current_xact_id() then
    raise exception 'Journal % is closed', new.journal_id;
  end if;
  update ledger.account set balance_pence = balance_pence + new.amount_pence where id = new.account_id;
  return null;
end $$;

create trigger posting_moves_balance after insert on ledger.posting for each row execute function ledger.move_balance();

create trigger balance_moves_by_posting before update or delete on ledger.account
  for each row when (pg_trigger_depth() = 0) execute function ledger.refuse_change();

create function ledger.must_balance() returns trigger language plpgsql as $$
declare
  total bigint;
  lines integer;
begin
  select coalesce(sum(amount_pence), 0), count(*) into total, lines from ledger.posting where journal_id = new.id;
  if total <> 0 or lines < 2 then
    raise exception 'Journal % does not balance: % pence over % postings', new.id, total, lines;
  end if;
  return null;
end $$;

create constraint trigger journal_balances after insert on ledger.journal
  deferrable initially deferred for each row execute function ledger.must_balance();

create table ledger.payment (
  id uuid primary key,
  case_id uuid not null references penalties.case (id),
  received_on date not null,
  amount_pence bigint not null check (amount_pence > 0),
  payer text not null,
  method text not null,
  reference text not null unique,
  allocations jsonb not null,
  held_pence bigint not null check (held_pence >= 0),
  refund jsonb,
  returned jsonb
);

create index payment_by_case on ledger.payment (case_id);
