-- Letters that are printed and posted together. As many envelopes leave as letters went in.
create table notice.print_batch (
  id uuid primary key,
  number integer not null unique,
  letters jsonb not null,
  manifest_sha256 text not null,
  made_by jsonb not null,
  made_at timestamptz not null,
  taken_out jsonb not null,
  printed jsonb,
  posted jsonb,
  constraint print_batch_printed_first check (posted is null or printed is not null)
);
create index print_batch_waits on notice.print_batch (number) where posted is null;

-- Which batch a letter is in: never two, and none once it was taken out.
create table notice.letter_in_batch (
  dispatch_id uuid primary key references notice.dispatch (id),
  batch_id uuid not null references notice.print_batch (id)
);
create index letter_in_batch_of on notice.letter_in_batch (batch_id);
