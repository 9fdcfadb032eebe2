-- What changes what is waited for in the recovery of a debt: the number comes after the function that these triggers call.
create trigger instalment_plan_is_due after insert or update on ledger.instalment_plan for each row execute function penalties.note_work();
create trigger write_off_is_due after insert or update on ledger.write_off for each row execute function penalties.note_work();
create trigger enforcement_step_is_due after insert or update on ledger.enforcement_step for each row execute function penalties.note_work();
