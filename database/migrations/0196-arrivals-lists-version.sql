-- Which version of the lists a vehicle was held against when it was last read; unknown for those that passed before this was kept.
alter table arrivals.crossing add column lists_version bigint;
