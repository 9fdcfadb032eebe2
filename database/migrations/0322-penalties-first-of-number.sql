-- The first record of a number is found without looking at others.
drop index penalties.person_by_bare_number;
create index person_by_bare_number on penalties.person (penalties.bare_number(registered_key), id) where registered_key <> '';
