-- A case that is put before others until a day, with reasons; the day stands in its line.
alter table penalties.case add column priority jsonb;
alter table penalties.nearest_day add column first_on date;
create index line_first on penalties.nearest_day (first_on, case_id) where first_on is not null;

create or replace function penalties.keep_line() returns trigger language plpgsql as $$
begin
  update penalties.nearest_day
  set reference = new.reference, stage = new.stage, port = new.port, caseworker_id = new.caseworker_id, occurred_on = new.occurred_on, opened_on = new.opened_on,
    first_on = (new.priority ->> 'byOn')::date
  where case_id = new.id;
  return null;
end $$;
drop trigger case_keeps_its_line on penalties.case;
create trigger case_keeps_its_line after update on penalties.case for each row
  when ((old.reference, old.stage, old.port, old.caseworker_id, old.occurred_on, old.opened_on, old.priority ->> 'byOn')
    is distinct from (new.reference, new.stage, new.port, new.caseworker_id, new.occurred_on, new.opened_on, new.priority ->> 'byOn'))
  execute function penalties.keep_line();
