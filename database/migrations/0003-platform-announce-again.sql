-- A link that is set up anew copies history that was here before; an entry that still waits for its reactions waits once.
create or replace function history.announce() returns trigger language plpgsql as $$
begin
  insert into history.pending (entry_id) values (new.id) on conflict do nothing;
  perform pg_notify('juxta', json_build_object('topic', 'history', 'id', new.id)::text);
  return new;
end $$;
