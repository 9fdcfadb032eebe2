-- When the vehicle passed, where its entry arrived only afterwards: it may still be in the zone.
alter table arrivals.hit add column inside_since timestamptz;
-- When nobody had acknowledged the hit in time and the duty officer was told.
alter table arrivals.hit add column escalated_at timestamptz;
create index hit_unanswered on arrivals.hit (site, raised_at) where status = 'raised' and escalated_at is null;
