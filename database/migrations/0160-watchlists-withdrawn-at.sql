-- When an entry was withdrawn, by the centre's clock: a port that was cut off may have alerted after it, and its alert says so.
alter table watchlists.entry add column withdrawn_at timestamptz;
