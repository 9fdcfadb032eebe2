-- The moment as the camera told it, where its clock is known to be out and captured_at was put right.
alter table arrivals.plate_read add column told_at timestamptz;
