-- What came of each entry's hits, at every port whose hits have arrived here. Arrivals draws it from its own rows for the
-- owners of lists, so that the lists need know nothing of how a hit is kept. Hits taken back by a better read count for nothing.
create view watchlists.entry_usefulness as
  select entry_id, count(*)::integer as hits, count(*) filter (where status = 'confirmed')::integer as confirmed,
    count(*) filter (where status = 'dismissed')::integer as dismissed,
    count(*) filter (where status in ('raised', 'acknowledged'))::integer as open,
    max(raised_at) as last_hit_at,
    (select coalesce(jsonb_object_agg(code, times), '{}') from (
      select dismissed_as as code, count(*) as times from arrivals.hit inside
      where inside.entry_id = hit.entry_id and inside.status = 'dismissed' group by dismissed_as
    ) as by_code) as dismissed_as
  from arrivals.hit hit where status <> 'superseded' group by entry_id;

create index hit_by_entry on arrivals.hit (entry_id);
