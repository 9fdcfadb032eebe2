-- A vehicle is looked for by any part of its plate: three neighbouring characters, folded as cameras mix them up, lead to it.
-- The week that is running has no such index, so that no read waits for it: a week gets it when it is over (ADR 0027).
create extension if not exists pg_trgm;
create index crossing_plate_rest_by_parts on arrivals.crossing_plate_rest using gin (translate(plate, 'ODQILZSBGV', '000112586U') gin_trgm_ops);

