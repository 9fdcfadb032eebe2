-- Money on its way back to the card that paid, as the card service tells of it. Tries and looks are noted beside it: without an answer it may have been taken.
create table ledger.card_refund (
  id uuid primary key,
  case_id uuid not null references penalties.case (id),
  payment_id uuid not null references ledger.payment (id),
  provider_id text not null,
  amount_pence bigint not null check (amount_pence between 1 and 10000000),
  asked_at timestamptz not null,
  refund_id text unique,
  status text not null check (status in ('asked', 'submitted', 'success', 'error')),
  tried_at timestamptz,
  looked_at timestamptz
);

create index card_refund_of_payment on ledger.card_refund (payment_id);
create index card_refund_under_way on ledger.card_refund (looked_at) where status in ('asked', 'submitted');

-- Somebody who paid by card asked their bank for the money back. The bank decides.
create table ledger.card_dispute (
  id uuid primary key,
  case_id uuid not null references penalties.case (id),
  payment_id uuid not null references ledger.payment (id),
  dispute_id text not null unique,
  provider_id text not null,
  amount_pence bigint not null check (amount_pence > 0),
  fee_pence bigint not null check (fee_pence >= 0),
  reason text not null,
  raised_on date not null,
  evidence_due_on date,
  status text not null check (status in ('needs_response', 'under_review', 'won', 'lost'))
);

create index card_dispute_of_payment on ledger.card_dispute (payment_id);
create index card_dispute_of_case on ledger.card_dispute (case_id);
create index card_payment_booked_as on ledger.card_payment (booked_as);
create trigger card_dispute_is_due after insert or update on ledger.card_dispute for each row execute function penalties.note_work();
