-- Money paid back has journals of its own, so that it is never counted as collected or reduced.
alter table ledger.journal drop constraint journal_kind_check;
alter table ledger.journal add constraint journal_kind_check
  check (kind in ('debt', 'reduction', 'receipt', 'allocation', 'release', 'return', 'refund'));

alter table ledger.payment add column refunds jsonb not null default '[]';
