-- The board of queues as it was played for a day, with a seal on the absences it reckons with.
create table penalties.queue_day (
  on_day date primary key,
  seal text not null,
  queues jsonb not null
);

-- What waits in each queue now, counted from the index alone.
create index waiting_open on penalties.waiting (code, by_on) include (began_on) where ended_on is null;
