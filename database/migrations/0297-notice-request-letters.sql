-- A letter that asks somebody for information is a letter like every other, though it is about no penalty: it is kept, carried and followed with them.
alter table notice.document alter column penalty_id drop not null;
alter table notice.document add column person_id uuid references penalties.person (id);
alter table notice.document add constraint document_of_somebody check (num_nonnulls(penalty_id, person_id) = 1);
alter table notice.document drop constraint document_purpose_check;
alter table notice.document add constraint document_purpose_check check (purpose in ('penalty-notice', 'objection-decision', 'covering-letter', 'amount-corrected', 'reminder', 'letter-before-action', 'information-request'));

alter table notice.dispatch alter column penalty_id drop not null;
alter table notice.dispatch add column person_id uuid references penalties.person (id);
alter table notice.dispatch add constraint dispatch_of_somebody check (num_nonnulls(penalty_id, person_id) = 1);
create index dispatch_by_document on notice.dispatch (document_id);

alter table notice.returned_letter alter column penalty_id drop not null;

-- The letters that asked before now are kept with the others.
insert into notice.document (id, person_id, purpose, language, template_version, facts, pdf, pdf_sha256, created_by_id, created_by_name, created_at)
  select request.id, (request.state ->> 'personId')::uuid, 'information-request', request.state #>> '{letter,facts,language}', 1,
    (request.state #> '{letter,facts}') || '{"purpose": "information-request"}', kept.bytes, kept.sha256, request.state #>> '{sentBy,officerId}', request.state #>> '{sentBy,name}', kept.kept_at
  from penalties.information_request request join penalties.evidence_bytes kept on kept.sha256 = request.state #>> '{letter,sha256}';
