-- Costs of an appeal are a debt of their own, either way: what an appellant owes us, what we owe an appellant, and what it came to.
alter table ledger.account drop constraint account_kind_check;
alter table ledger.account add constraint account_kind_check
  check (kind in ('debt', 'issued', 'taken-off', 'written-off', 'held', 'suspense', 'bank', 'costs-due', 'costs-owed', 'costs'));
alter table ledger.account drop constraint balance_stays_on_its_side;
alter table ledger.account add constraint balance_stays_on_its_side
  check (case when kind = 'costs' then true when kind in ('issued', 'held', 'suspense', 'costs-owed') then balance_pence <= 0 else balance_pence >= 0 end);

alter table ledger.journal drop constraint journal_kind_check;
alter table ledger.journal add constraint journal_kind_check
  check (kind in ('debt', 'reduction', 'receipt', 'allocation', 'release', 'return', 'refund', 'suspense', 'write-off', 'write-off-reversed', 'costs', 'costs-paid'));
