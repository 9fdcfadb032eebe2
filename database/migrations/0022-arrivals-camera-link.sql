-- How a camera reaches us when it does not post: a port we listen at for it, or a broker we ask.
alter table arrivals.camera add column link jsonb;
