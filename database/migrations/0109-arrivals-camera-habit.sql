-- What each camera usually does at this hour, counted by its port every few minutes: two weeks of reads are too dear to count for every look at the page.
create table arrivals.camera_habit (
  camera_id text primary key,
  site text not null,
  gaps integer not null,
  usual_gap_seconds double precision,
  usual_reads double precision,
  counted_at timestamptz not null
);
