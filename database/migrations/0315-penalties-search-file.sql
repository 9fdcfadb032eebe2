-- What lies in the file of a case is found by its words too: notes, evidence as it was described and typed out, answers.
alter table penalties.note add column words tsvector generated always as (to_tsvector('simple', state ->> 'text')) stored;
create index note_by_words on penalties.note using gin (words);

alter table penalties.evidence add column words tsvector generated always as (to_tsvector('simple',
  coalesce(state ->> 'title', '') || ' ' || coalesce(state ->> 'transcript', '') || ' ' || coalesce(state #>> '{provenance,suppliedBy}', '') || ' ' || coalesce(state #>> '{provenance,note}', ''))) stored;
create index evidence_by_words on penalties.evidence using gin (words);
create index evidence_by_hash on penalties.evidence ((state #>> '{file,sha256}'));

alter table penalties.information_request add column words tsvector
  generated always as (jsonb_to_tsvector('simple', jsonb_path_query_array(state, '$.answers[*].says'), '["string"]')) stored;
create index information_request_by_words on penalties.information_request using gin (words);

-- Whoever speaks for a person writes and telephones under their own name.
alter table penalties.representative add column name_key text generated always as (penalties.name_key(coalesce(state ->> 'name', ''))) stored;
create index representative_by_name on penalties.representative using gin (name_key gin_trgm_ops);

-- What the bytes of a piece of evidence say, where they are text or have a layer of it.
create table penalties.evidence_text (
  sha256 text primary key references penalties.evidence_bytes (sha256),
  content text not null,
  words tsvector generated always as (to_tsvector('simple', content)) stored
);
create index evidence_text_by_words on penalties.evidence_text using gin (words);
