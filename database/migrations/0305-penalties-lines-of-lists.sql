-- A line holds everything that a list of cases is narrowed and sorted by, so that it is read from one index, whatever is asked for.
-- Kept by the database from the case itself: no act can forget it.
alter table penalties.nearest_day
  add column reference text,
  add column stage text,
  add column port text,
  add column caseworker_id text,
  add column occurred_on text,
  add column opened_on date;

update penalties.nearest_day line
set reference = c.reference, stage = c.stage, port = c.port, caseworker_id = c.caseworker_id, occurred_on = c.occurred_on, opened_on = c.opened_on
from penalties.case c where c.id = line.case_id;

alter table penalties.nearest_day
  alter column reference set not null,
  alter column stage set not null,
  alter column port set not null,
  alter column occurred_on set not null,
  alter column opened_on set not null;

create or replace function penalties.begin_line() returns trigger language plpgsql as $$
begin
  insert into penalties.nearest_day (case_id, reference, stage, port, caseworker_id, occurred_on, opened_on)
  values (new.id, new.reference, new.stage, new.port, new.caseworker_id, new.occurred_on, new.opened_on) on conflict do nothing;
  return null;
end $$;

create function penalties.keep_line() returns trigger language plpgsql as $$
begin
  update penalties.nearest_day
  set reference = new.reference, stage = new.stage, port = new.port, caseworker_id = new.caseworker_id, occurred_on = new.occurred_on, opened_on = new.opened_on
  where case_id = new.id;
  return null;
end $$;
create trigger case_keeps_its_line after update on penalties.case for each row
  when ((old.reference, old.stage, old.port, old.caseworker_id, old.occurred_on, old.opened_on) is distinct from (new.reference, new.stage, new.port, new.caseworker_id, new.occurred_on, new.opened_on))
  execute function penalties.keep_line();

-- One index for each order, with what may be asked for besides.
create index line_soonest on penalties.nearest_day (last_day, case_id) include (stage, port, caseworker_id);
create index line_latest on penalties.nearest_day (last_day desc nulls last, case_id desc) include (stage, port, caseworker_id);
create index line_in_stage on penalties.nearest_day (stage, last_day, case_id) include (port, caseworker_id);
create index line_by_stage on penalties.nearest_day (stage, opened_on, case_id) include (port, caseworker_id, last_day);
create index line_by_incident on penalties.nearest_day (occurred_on, case_id) include (stage, port, caseworker_id, last_day);
create index line_by_reference on penalties.nearest_day (reference) include (case_id, stage, port, caseworker_id, last_day);
create index line_of_caseworker on penalties.nearest_day (caseworker_id, last_day, case_id) include (stage, port) where stage <> 'closed';
drop index penalties.nearest_day_soonest, penalties.nearest_day_latest;
drop index penalties.case_counted, penalties.case_in_stage, penalties.case_by_incident, penalties.case_of_caseworker;

-- Counted on the page of numbers without reading every case.
create index case_of_reporter on penalties.case (id) where incident #>> '{selfReport,raisedBy}' = 'driver';
create index penalty_of_reporter on penalties.penalty (id) where driver_reported;

-- What was done in a month, counted from the month alone.
create index penalty_first_issued on penalties.penalty ((notices -> 0 ->> 'issuedOn')) where notices <> '[]';
create index penalty_objected on penalties.penalty ((objection ->> 'receivedOn')) where objection is not null;
create index penalty_told on penalties.penalty ((determination ->> 'toldOn')) where determination is not null;
create index case_opened on penalties.case (opened_on);
create index case_closed on penalties.case (closed_on) where closed_on is not null;
