-- The bank and the offices of the courts are doors as well: people pay through the one and appeal at the other.
alter table penalties.outage drop constraint outage_channel_check;
alter table penalties.outage add constraint outage_channel_check
  check (channel in ('public-site', 'e-mail', 'post', 'telephone', 'card-payments', 'bank-transfers', 'court-office'));

-- When the public site last said that it was open. What is missing between two runs was a time in which nobody could reach it.
create table penalties.door_beat (
  channel text primary key check (channel in ('public-site')),
  at timestamptz not null
);

-- What the machine saw of a shut door. It records no outage: a person does, or says why it was none.
create table penalties.outage_proposal (
  id uuid primary key,
  channel text not null,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  answer jsonb,
  unique (channel, from_at)
);
