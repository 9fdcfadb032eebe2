-- What a court decided may be taken further, and a higher court may send it back: each is an appeal of its own that follows another.
alter table penalties.appeal add column follows uuid references penalties.appeal (id);
create index appeal_follows on penalties.appeal (follows) where follows is not null;
alter table penalties.appeal drop constraint appeal_court_check;
alter table penalties.appeal add constraint appeal_court_check check (court in ('county-court', 'sheriff-court', 'high-court', 'court-of-appeal', 'sheriff-appeal-court', 'court-of-session', 'supreme-court'));
alter table penalties.appeal drop constraint appeal_standing_check;
alter table penalties.appeal add constraint appeal_standing_check check (standing in ('in-time', 'late-on-one-reading', 'late', 'taken-further'));
