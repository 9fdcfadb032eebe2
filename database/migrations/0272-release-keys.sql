-- Keys that a partner has said follow the one in its rule, each signed for with the one before; and the number of the newest of ours that it has taken.
alter table release.partner
  add column successors jsonb not null default '[]',
  add column own_key integer;

-- The keys we sign with, by number; their secrets are files. One that is not shown yet is being told to the partners.
create table release.own_key (
  number integer primary key check (number > 0),
  since timestamptz not null,
  shown_at timestamptz
);
