-- What was paid of the costs of an appeal, by whoever was to pay them.
alter table penalties.appeal add column costs_paid jsonb not null default '[]';
