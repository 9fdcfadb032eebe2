-- Camera health asks what arrived lately, whatever the cameras' clocks say. Rows arrive in this order, so a few bytes a page are enough.
create index plate_read_by_arrival on arrivals.plate_read using brin (received_at);
