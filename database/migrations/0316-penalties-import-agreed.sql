-- A large file comes in over minutes: who agreed to it and why stands from then on, and `run` once all of it is in.
alter table penalties.import_batch add column agreed jsonb;
create index import_batch_under_way on penalties.import_batch (id) where agreed is not null and run is null;
