create schema notice;

-- Letters as they were sent: the facts they were written from, the template, and the bytes. Nothing here changes afterwards.
create table notice.document (
  id uuid primary key,
  penalty_id uuid not null references penalties.penalty (id),
  purpose text not null check (purpose in ('penalty-notice', 'objection-decision')),
  language text not null,
  template_version integer not null,
  facts jsonb not null,
  pdf bytea not null,
  pdf_sha256 text not null check (pdf_sha256 = encode(sha256(pdf), 'hex')),
  -- The history entry that called for the letter, so that a repeated call writes it once.
  cause_id uuid unique,
  created_by_id text not null,
  created_by_name text not null,
  created_at timestamptz not null
);

create index document_by_penalty on notice.document (penalty_id, created_at);

create function notice.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'A letter that was sent is kept as it is';
end $$;

create trigger document_is_kept before update or delete on notice.document
  for each row execute function notice.refuse_change();

-- Where people pay, from which day: each letter prints the account in force on its own day.
create table notice.payment_account (
  from_on date primary key,
  account_name text not null,
  sort_code text not null,
  account_number text not null,
  iban text not null,
  set_by_id text not null,
  set_by_name text not null,
  set_at timestamptz not null
);
