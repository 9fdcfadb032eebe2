-- A way in at the public door for one person of a case. The code that opens it is kept as its hash only.
create table penalties.person_link (
  id uuid primary key,
  case_id uuid not null references penalties.case (id),
  state jsonb not null,
  check (state ->> 'codeHash' ~ '^[0-9a-f]{64}$')
);
create index person_link_of_case on penalties.person_link (case_id);
create unique index person_link_by_code on penalties.person_link ((state ->> 'codeHash'));

-- What somebody has typed and not sent: theirs until they send it, so it has no history and nobody in the office reads it.
create table penalties.answer_draft (
  link_id uuid primary key references penalties.person_link (id),
  language text not null,
  answers jsonb not null,
  saved_at timestamptz not null
);
