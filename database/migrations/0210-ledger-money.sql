-- Money that came and that nobody has said the purpose of yet has an account of its own, so that the books agree with the bank.
alter table ledger.account drop constraint account_kind_check;
alter table ledger.account add constraint account_kind_check
  check (kind in ('debt', 'issued', 'taken-off', 'written-off', 'held', 'suspense', 'bank'));
alter table ledger.account drop constraint balance_stays_on_its_side;
alter table ledger.account add constraint balance_stays_on_its_side
  check (case when kind in ('issued', 'held', 'suspense') then balance_pence <= 0 else balance_pence >= 0 end);

alter table ledger.journal drop constraint journal_kind_check;
alter table ledger.journal add constraint journal_kind_check
  check (kind in ('debt', 'reduction', 'receipt', 'allocation', 'release', 'return', 'refund', 'costs', 'suspense', 'write-off', 'write-off-reversed'));

-- What is owed, by amount: a payment without a reference is first compared with debts of the same size.
create index debt_by_amount on ledger.account (balance_pence) where kind = 'debt' and balance_pence > 0;

alter table ledger.recovery_hold drop constraint recovery_hold_kind_check;
alter table ledger.recovery_hold add constraint recovery_hold_kind_check
  check (kind in ('complaint', 'vulnerability', 'insolvency', 'appeal', 'returned-mail', 'address', 'duplicate'));
