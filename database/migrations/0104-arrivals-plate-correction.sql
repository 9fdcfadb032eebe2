-- What an officer says stood on a plate, beside what the cameras wrote. The reads stay as they are: they are evidence.
create table arrivals.plate_correction (
  -- The plate of the crossing; corrected again, the later word counts.
  id uuid primary key,
  site text not null,
  crossing_id uuid not null,
  true_plate text not null,
  reads jsonb not null,
  corrected_by text not null,
  corrected_at timestamptz not null
);

create index plate_correction_by_crossing on arrivals.plate_correction (crossing_id);
create index plate_correction_by_time on arrivals.plate_correction (site, corrected_at);

create or replace view watchlists.plate_truth as
  select hit.site, told."cameraId" as camera_id, told.plate as read_as,
    case when hit.status = 'confirmed' then hit.listed_plate else hit.true_plate end as truth, hit.handled_at as said_at
  from arrivals.hit hit
  cross join lateral jsonb_to_recordset(hit.explained -> 'reads') as told ("cameraId" text, plate text)
  where ((hit.status = 'confirmed' and position('#' in hit.listed_plate) = 0) or (hit.status = 'dismissed' and hit.true_plate is not null))
    -- A plate that was corrected by itself is told once, by the correction.
    and not exists (select from arrivals.plate_correction later where later.id = hit.plate_id)
  union all
  select site, told."cameraId", told.plate, true_plate, corrected_at
  from arrivals.plate_correction cross join lateral jsonb_to_recordset(reads) as told ("cameraId" text, plate text);
