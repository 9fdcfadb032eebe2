-- What lies in the file of a case is waited for as well: its changes are noted like those of the case itself.
create trigger flag_is_due after insert or update on penalties.flag for each row execute function penalties.note_work();
create trigger request_is_due after insert or update on penalties.information_request for each row execute function penalties.note_work();
create trigger evidence_is_due after insert or update on penalties.evidence for each row execute function penalties.note_work();
