-- When a later read of the same passage said another plate, of a hit that an officer had already taken on and the machine therefore left.
alter table arrivals.hit add column doubted_at timestamptz;
