-- Bundles of evidence as they were made for the court: the index, what they were set from, and the bytes. Nothing here changes afterwards.
create table penalties.bundle (
  id uuid primary key,
  case_id uuid not null references penalties.case (id),
  appeal_id uuid not null references penalties.appeal (id),
  number integer not null check (number > 0),
  manifest jsonb not null,
  content jsonb not null,
  layout text not null,
  pdf bytea not null,
  pdf_sha256 text not null check (pdf_sha256 = encode(sha256(pdf), 'hex')),
  pages integer not null check (pages > 0),
  made_by_id text not null,
  made_by_name text not null,
  made_at timestamptz not null,
  unique (appeal_id, number)
);

create trigger bundle_is_kept before update or delete on penalties.bundle
  for each row execute function notice.refuse_change();
