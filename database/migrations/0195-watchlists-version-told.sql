-- The notice of a version says which. Notices come in the order of commits, so whoever has taken in all that was told before it holds that version.
create or replace function watchlists.announce_version() returns trigger language plpgsql as $$
begin
  perform pg_notify('juxta', json_build_object('topic', 'watchlist-version', 'id', new.site, 'number', new.number)::text);
  return null;
end $$;
