-- Every read that was taken for this plate of the passage, also those the camera replaced; and how sure the country is, which is judged and not believed.
alter table arrivals.crossing_plate add column read_ids uuid[];
alter table arrivals.crossing_plate add column country_sureness double precision;
