-- The partner has an earlier message about the record, so that one that replaced it and was refused or never left does not
-- make us forget what has to be asked back.
alter table release.item add column held_before boolean not null default false;
