-- Every index of a read is written for each vehicle at its port, and again wherever the row arrives; of twelve these three answered nobody.
-- Reads are asked for by id, by camera and by time; their plates are those of the crossing.
drop index arrivals.plate_read_by_plate;
-- Weeks go whole since they are tables of their own (ADR 0027), and ids lead to a moment by themselves.
drop index arrivals.crossing_by_age;
-- A plate letter by letter is one of the few under its folded form, which has an index already.
drop index arrivals.crossing_plate_by_plate;
