-- Objections with a longer time to decide are few among many.
create index penalty_time_agreed on penalties.penalty ((objection ->> 'receivedOn')) where objection ->> 'decideByAgreedOn' is not null;
