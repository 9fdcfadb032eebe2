-- A letter that is a step of enforcement is a letter like every other: written from a template, kept, and followed where letters are followed.
-- How it was sent and what became of it is no longer kept a second time; what was said of it until now stays in the history of its step.
alter table notice.document drop constraint document_purpose_check;
alter table notice.document add constraint document_purpose_check check (purpose in ('penalty-notice', 'objection-decision', 'covering-letter', 'amount-corrected', 'reminder', 'letter-before-action'));

alter table ledger.enforcement_step drop column letter, drop column service;
alter table ledger.enforcement_step add column document_id uuid references notice.document (id);
