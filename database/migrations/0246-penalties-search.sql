-- A name as it sounds to everybody: in Latin letters, without accents, with the ways in which one sound is spelt in
-- Cyrillic, Greek, Turkish, Polish, Romanian and German brought together. Coarse on purpose: it finds, and a person compares.
create function penalties.name_key(name text) returns text language sql immutable strict parallel safe as $$
  select btrim(regexp_replace(
    regexp_replace(
    regexp_replace(
    translate(
    regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
      regexp_replace(
      translate(
      replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        normalize(regexp_replace(normalize(lower(name collate "pg_c_utf8"), nfd), '[\u0300-\u036f]', '', 'g'), nfc),
        -- Two Greek letters for one sound come before the single letters.
        'ου', 'u'), 'αυ', 'av'), 'ευ', 'ev'), 'μπ', 'b'), 'ντ', 'd'), 'γγ', 'ng'), 'γκ', 'g'), 'ξ', 'ks'), 'ψ', 'ps'),
        'щ', 'sk'), 'ß', 'ss'), 'æ', 'a'), 'œ', 'o'), 'x', 'ks'),
        'абвгґдеёєжзиіїйклмнопрстуўфхцчшыэюяαβγδεζηθικλμνοπρστυφχωςłđðøıþћђјљњџъь',
        'abvggdeeezziiiiklmnoprstuufhkksieuaavgdezitiklmnoprstifkoslddoitkdilnd'),
      '[^a-z0-9]+', ' ', 'g'),
      'tsch|tch|tz|ts|cz|ch|ck', 'k', 'g'), 'sch|sh|sz', 's', 'g'), 'zh', 'z', 'g'), 'kh', 'h', 'g'), 'gh', 'g', 'g'), 'ph', 'f', 'g'), 'th', 't', 'g'), 'ou|ue', 'u', 'g'), 'oe', 'o', 'g'),
    'cqwyj', 'kkvii'),
    'i+([aeou])', '\1', 'g'),
    '([a-z])\1+', '\1', 'g'),
    ' +', ' ', 'g'))
$$;

alter table penalties.person add column name_key text
  generated always as (penalties.name_key(coalesce(identity ->> 'name', '') || ' ' || coalesce(identity ->> 'company', ''))) stored;

create index person_by_name on penalties.person using gin (name_key gin_trgm_ops);

alter table penalties.case add column plates text
  generated always as (btrim(coalesce(incident #>> '{tractor,registration}', '') || ' ' || coalesce(incident #>> '{trailer,registration}', ''))) stored;

create index case_by_plate on penalties.case using gin (plates gin_trgm_ops);
create index case_by_number on penalties.case (right(reference, 6));

-- What people wrote: reasons, objections, appeals, letters.
alter table penalties.penalty add column words tsvector
  generated always as (to_tsvector('simple', coalesce(decision ->> 'reasons', '') || ' ' || coalesce(objection ->> 'summary', '') || ' ' || coalesce(determination ->> 'reasons', ''))) stored;

create index penalty_by_words on penalties.penalty using gin (words);

alter table penalties.appeal add column words tsvector generated always as (to_tsvector('simple', summary || ' ' || court_name || ' ' || appellant)) stored;
create index appeal_by_words on penalties.appeal using gin (words);
create index appeal_by_claim on penalties.appeal (upper(claim_number));

alter table notice.document add column words tsvector generated always as (jsonb_to_tsvector('simple', facts, '["string"]')) stored;
create index document_by_words on notice.document using gin (words);
