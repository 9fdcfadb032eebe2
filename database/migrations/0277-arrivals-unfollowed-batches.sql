-- Reads of one batch whose crossing and matching are not yet known to be done: one note for all of them, because a row for each read,
-- written and soon deleted, was a ninth of what the database spent on a read. Each port's own; it travels nowhere.
create table arrivals.unfollowed_batch (
  id uuid primary key,
  read_ids uuid[] not null
);

insert into arrivals.unfollowed_batch select gen_random_uuid(), array_agg(read_id) from arrivals.unfollowed_read having count(*) > 0;
drop table arrivals.unfollowed_read;
