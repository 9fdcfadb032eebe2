-- A correction of sister notices that is proposed or answered changes what its case waits for.
create trigger sister_correction_is_due after insert or update on penalties.sister_correction for each row execute function penalties.note_work();
