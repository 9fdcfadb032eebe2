-- Plates are asked for by their crossing and by the days their ids lie in, which say what week to open. With both in one index
-- it is taken also in a week of which nothing is known yet; by the days alone a whole day of plates was read for each vehicle.
create index crossing_plate_of_crossing on arrivals.crossing_plate (crossing_id, id);
drop index arrivals.crossing_plate_by_crossing;
