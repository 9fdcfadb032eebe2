-- How letters fare is waited for as well: in their own case, and in every other case of a party whose letters come back.
create trigger dispatch_is_due after insert or update on notice.dispatch for each row execute function penalties.note_work();
create trigger returned_letter_is_due after insert or update on notice.returned_letter for each row execute function penalties.note_work();

create function notice.note_linked_work() returns trigger language plpgsql as $$
begin
  insert into penalties.work_due (case_id)
    select distinct other.case_id from penalties.person other
    where other.case_id <> new.case_id and (other.party_id = new.party_id
      or other.identity ->> 'registeredNumber' = (select identity ->> 'registeredNumber' from penalties.person where id = new.person_id));
  return null;
end $$;
create trigger returned_letter_is_due_elsewhere after insert or update on notice.returned_letter for each row execute function notice.note_linked_work();
