-- An appeal to the court against one penalty, with its diary: what the court wants by when, and what proves that it was done.
create table penalties.appeal (
  id uuid primary key,
  case_id uuid not null references penalties.case (id),
  penalty_id uuid not null references penalties.penalty (id),
  court text not null check (court in ('county-court', 'sheriff-court')),
  court_name text not null,
  claim_number text not null,
  appellant text not null,
  grounds text not null check (grounds in ('not-liable', 'too-high', 'both')),
  summary text not null,
  lodged_on date not null,
  served_on date not null,
  standing text not null check (standing in ('in-time', 'late-on-one-reading', 'late')),
  diary jsonb not null,
  conclusion jsonb,
  check (lodged_on <= served_on)
);

-- One at a time: a second appeal against the same penalty is refused in words, and here.
create unique index appeal_open on penalties.appeal (penalty_id) where conclusion is null;
create index appeal_of_case on penalties.appeal (case_id);
