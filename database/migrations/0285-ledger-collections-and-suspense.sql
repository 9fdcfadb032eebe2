-- Money that has been collected and has not reached our bank: what the card service still has to pay out, and what is in the tills of the
-- ports. After a refund by card or a lost dispute the card service may be owed something until its next payout, so its balance has two sides.
-- What the card service costs us is an account of its own.
alter table ledger.account drop constraint account_kind_check;
alter table ledger.account add constraint account_kind_check
  check (kind in ('debt', 'issued', 'taken-off', 'written-off', 'held', 'suspense', 'bank', 'card-service', 'till', 'charges', 'costs-due', 'costs-owed', 'costs', 'proceeds', 'expenses'));
alter table ledger.account drop constraint balance_stays_on_its_side;
alter table ledger.account add constraint balance_stays_on_its_side
  check (case when kind in ('costs', 'card-service') then true when kind in ('issued', 'held', 'suspense', 'costs-owed', 'proceeds', 'expenses') then balance_pence <= 0 else balance_pence >= 0 end);

alter table ledger.journal drop constraint journal_kind_check;
alter table ledger.journal add constraint journal_kind_check
  check (kind in ('debt', 'reduction', 'receipt', 'allocation', 'release', 'return', 'refund', 'refund-failed', 'dispute', 'suspense', 'payout', 'sent-back',
    'write-off', 'write-off-reversed', 'costs', 'costs-paid', 'sale', 'expenses', 'sale-shared'));

-- What was set aside is looked at again after a time, and can go back to whoever sent it: made ready by one officer, approved by another.
alter table ledger.bank_entry add column sending_back jsonb;
alter table ledger.bank_entry add column kept jsonb;
alter table ledger.bank_entry drop constraint bank_entry_stage_check;
alter table ledger.bank_entry add constraint bank_entry_stage_check check (stage in ('waiting', 'matched', 'set-aside', 'sent-back'));

-- What the payer's bank took back of a payment in disputes.
alter table ledger.payment add column lost_pence bigint not null default 0 check (lost_pence >= 0);
