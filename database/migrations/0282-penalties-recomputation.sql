-- The law asked again about every stored answer, some hundred at a time, since somebody wanted it; what differs is kept up to a limit and counted beyond.
create table penalties.recomputation (
  id uuid primary key,
  wanted_by jsonb not null,
  wanted_at timestamptz not null,
  -- The last penalty that was asked about.
  after_id uuid,
  asked integer not null,
  differing_count integer not null,
  differing jsonb not null,
  done_at timestamptz
);

create unique index one_recomputation_at_a_time on penalties.recomputation ((true)) where done_at is null;

create function penalties.tell_recomputation() returns trigger language plpgsql as $$
begin
  perform pg_notify('juxta', json_build_object('topic', 'recomputation', 'id', new.id)::text);
  return null;
end $$;
create trigger recomputation_is_told after insert on penalties.recomputation for each row execute function penalties.tell_recomputation();
