-- A case that ended without a decision on anybody, and why; a person who turned out to be the wrong one, and why.
alter table penalties.case add column triage jsonb;
alter table penalties.person add column removed jsonb;
-- Who has left the case may come back in another way.
alter table penalties.person drop constraint person_case_id_party_id_capacity_key;
create unique index person_once on penalties.person (case_id, party_id, capacity) where removed is null;

-- What finds the same incident under another reference.
create index case_by_tractor on penalties.case ((incident #>> '{tractor,registration}'), occurred_on);
create index case_by_trailer on penalties.case ((incident #>> '{trailer,registration}'), occurred_on);
