-- A letter that came back: what was asked to trace the reader, where they were found, and what followed.
create table notice.returned_letter (
  id uuid primary key,
  case_id uuid not null references penalties.case (id),
  penalty_id uuid not null references penalties.penalty (id),
  person_id uuid not null references penalties.person (id),
  party_id uuid not null,
  -- One letter comes back once.
  dispatch_id uuid not null unique references notice.dispatch (id),
  document_id uuid not null references notice.document (id),
  purpose text not null,
  destination jsonb not null,
  code text not null,
  returned_on date not null,
  note text not null,
  recorded_by jsonb not null,
  enquiries jsonb not null,
  traced jsonb,
  settled jsonb
);

create index returned_letter_by_case on notice.returned_letter (case_id);
create index returned_letter_open on notice.returned_letter (returned_on, id) where settled is null;
create index returned_letter_open_by_party on notice.returned_letter (party_id) where settled is null;

-- A letter that goes with one that came back.
alter table notice.document drop constraint document_purpose_check;
alter table notice.document add constraint document_purpose_check check (purpose in ('penalty-notice', 'objection-decision', 'covering-letter'));
