-- A board with an open hit on a vehicle says at once that another port is searching it, or has found somebody.
-- Fires for rows that arrive by replication too.
create function examinations.announce() returns trigger language plpgsql as $$
begin
  perform pg_notify('juxta', json_build_object('topic', tg_argv[0], 'id', new.id)::text);
  return new;
end $$;

create trigger search_is_announced after insert or update on examinations.search
  for each row execute function examinations.announce('search');
alter table examinations.search enable always trigger search_is_announced;

create trigger detection_is_announced after insert or update on examinations.detection
  for each row execute function examinations.announce('detection');
alter table examinations.detection enable always trigger detection_is_announced;
