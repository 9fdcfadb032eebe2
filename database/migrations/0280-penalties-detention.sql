-- A vehicle that is held for penalties of a case: by whom, under which power, who was told, what it cost, and how it ended.
create table penalties.detention (
  id uuid primary key,
  case_id uuid not null references penalties.case (id),
  held_under text not null check (held_under in ('provisional', '36', '36A')),
  stage text not null check (stage in ('held', 'released', 'sold', 'shared')),
  penalty_ids uuid[] not null,
  vehicle text not null,
  place text not null,
  nation text not null check (nation in ('england-and-wales', 'northern-ireland', 'scotland')),
  detained_on date not null,
  first_search_ended_at timestamptz,
  detained_by text not null,
  reasons text not null,
  recorded_by jsonb not null,
  told jsonb not null,
  expenses jsonb not null,
  expenses_paid jsonb not null,
  sale_notice jsonb,
  leave jsonb,
  released jsonb,
  sale jsonb,
  proceeds jsonb,
  paid_out jsonb not null,
  check (held_under <> 'provisional' or first_search_ended_at is not null),
  check (held_under = 'provisional' or cardinality(penalty_ids) > 0)
);

create index detention_of_case on penalties.detention (case_id);
create index detention_not_over on penalties.detention (detained_on) where stage in ('held', 'sold');
create trigger detention_is_due after insert or update on penalties.detention for each row execute function penalties.note_work();

-- What a sale brought and has not been shared yet, and what of the expenses of a detention came in.
alter table ledger.account drop constraint account_kind_check;
alter table ledger.account add constraint account_kind_check
  check (kind in ('debt', 'issued', 'taken-off', 'written-off', 'held', 'suspense', 'bank', 'costs-due', 'costs-owed', 'costs', 'proceeds', 'expenses'));
alter table ledger.account drop constraint balance_stays_on_its_side;
alter table ledger.account add constraint balance_stays_on_its_side
  check (case when kind = 'costs' then true when kind in ('issued', 'held', 'suspense', 'costs-owed', 'proceeds', 'expenses') then balance_pence <= 0 else balance_pence >= 0 end);

alter table ledger.journal drop constraint journal_kind_check;
alter table ledger.journal add constraint journal_kind_check
  check (kind in ('debt', 'reduction', 'receipt', 'allocation', 'release', 'return', 'refund', 'suspense', 'write-off', 'write-off-reversed', 'costs', 'costs-paid', 'sale', 'expenses', 'sale-shared'));
