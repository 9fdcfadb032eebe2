-- What the searches after an entry's hits found: an entry that is confirmed every time and never leads to anything is not useful either.
create or replace view watchlists.entry_usefulness as
  select entry_id, count(*)::integer as hits, count(*) filter (where status = 'confirmed')::integer as confirmed,
    count(*) filter (where status = 'dismissed')::integer as dismissed,
    count(*) filter (where status in ('raised', 'acknowledged'))::integer as open,
    max(raised_at) as last_hit_at,
    (select coalesce(jsonb_object_agg(code, times), '{}') from (
      select dismissed_as as code, count(*) as times from arrivals.hit inside
      where inside.entry_id = hit.entry_id and inside.status = 'dismissed' group by dismissed_as
    ) as by_code) as dismissed_as,
    count(*) filter (where exists (select from examinations.search s where s.crossing_id = hit.crossing_id and s.stage = 'ended'))::integer as searched,
    count(*) filter (where exists (select from examinations.search s where s.crossing_id = hit.crossing_id and s.outcome = 'people-found'))::integer as found
  from arrivals.hit hit where status <> 'superseded' group by entry_id;
