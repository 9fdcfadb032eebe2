-- Notices that share a fault with one that was corrected: which, on whose word, with whose agreement, and what became of each.
create table penalties.sister_correction (
  id uuid primary key,
  origin_id uuid not null references penalties.penalty (id),
  case_id uuid not null references penalties.case (id),
  cause text not null check (cause in ('plate-misread', 'not-theirs', 'same-finding')),
  kind text not null check (kind in ('cancel', 'reduce')),
  reasons text not null,
  items jsonb not null,
  proposed_by jsonb not null,
  proposed_on date not null,
  answer jsonb,
  results jsonb not null,
  -- Two people: refused in words, and here.
  constraint agreed_by_another check (answer is null or not (answer ->> 'agreed')::boolean or answer -> 'by' ->> 'officerId' <> proposed_by ->> 'officerId')
);

create index sister_correction_by_origin on penalties.sister_correction (origin_id);
