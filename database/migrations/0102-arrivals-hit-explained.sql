-- How sure the match was when it was raised, which other plate would explain the reads best, and what each read of the passage says: what the
-- officer was told stays readable after the model of errors has changed.
alter table arrivals.hit add column explained jsonb;
-- What a person says stood on the plate, where the hit was dismissed.
alter table arrivals.hit add column true_plate text;

-- What people have found plates to be, beside what cameras wrote. Arrivals draws it from its own rows for the matcher, which
-- learns from it how cameras go wrong. A plate listed in part teaches nothing.
create view watchlists.plate_truth as
  select hit.site, told."cameraId" as camera_id, told.plate as read_as,
    case when hit.status = 'confirmed' then hit.listed_plate else hit.true_plate end as truth, hit.handled_at as said_at
  from arrivals.hit hit
  cross join lateral jsonb_to_recordset(hit.explained -> 'reads') as told ("cameraId" text, plate text)
  where (hit.status = 'confirmed' and position('#' in hit.listed_plate) = 0) or (hit.status = 'dismissed' and hit.true_plate is not null);

-- The plates that passed, for the matcher to try a setting on: newest first by id.
create view watchlists.passing_plate as select id, site, plate, country, seen_at from arrivals.crossing_plate;
