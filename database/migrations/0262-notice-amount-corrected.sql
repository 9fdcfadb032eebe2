-- A penalty that was put right without an objection has a letter that says so.
alter table notice.document drop constraint document_purpose_check;
alter table notice.document add constraint document_purpose_check check (purpose in ('penalty-notice', 'objection-decision', 'covering-letter', 'amount-corrected'));
