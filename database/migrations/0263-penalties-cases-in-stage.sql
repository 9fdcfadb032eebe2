-- Closed cases have no nearest day, so their list is in the order of their ids: read from here, not sought among all that have a day.
create index case_in_stage on penalties.case (stage, id);
