-- A case that only some may know of: who they are, in whose name it was closed to the others, and why.
alter table penalties.case add column restricted jsonb;
alter table penalties.case add column only_for jsonb generated always as (jsonb_path_query_array(restricted, '$.to[*].officerId')) stored;
create index case_restricted on penalties.case (id) where only_for is not null;
