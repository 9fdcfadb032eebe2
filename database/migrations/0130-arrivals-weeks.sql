-- What the cameras saw is divided by the week in which it was seen, so that a week is forgotten by dropping it (ADR 0027).
-- An id begins with the moment it is filed under, as in version 7 of RFC 9562; so the id alone says in which week a row lies.

create function arrivals.first_id_at(moment timestamptz) returns uuid language sql immutable strict as $$
  select (lpad(to_hex(floor(extract(epoch from moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

create function arrivals.monday_of(id uuid) returns date language sql immutable strict as $$
  select date_trunc('week', to_timestamp(('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint / 1000.0) at time zone 'UTC')::date
$$;

-- A week for which rows have come before it was made stays in the rest, where rows are forgotten one by one.
create function arrivals.make_week_of(bare text, monday date) returns boolean language plpgsql as $$
declare
  week text := format('arrivals.%I', bare || '_week_' || to_char(monday, 'YYYYMMDD'));
  from_id uuid := arrivals.first_id_at(monday::timestamp at time zone 'UTC');
  to_id uuid := arrivals.first_id_at((monday + 7)::timestamp at time zone 'UTC');
  begun boolean;
begin
  if to_regclass(week) is not null then return false; end if;
  execute format('select exists (select from arrivals.%I where %s >= $1 and %2$s < $2)', bare || '_rest', case bare when 'image' then 'read_id' else 'id' end)
    into begun using from_id, to_id;
  if begun then return false; end if;
  execute format('create table %s partition of arrivals.%I for values from (%L) to (%L)', week, bare, from_id, to_id);
  -- The filter that keeps a row from coming back to its own site has to know the site of a row that is changed or removed.
  execute format('alter table %s replica identity full', week);
  return true;
end $$;

create procedure arrivals.divide_by_week(bare text, key text) language plpgsql as $$
declare
  old regclass := format('arrivals.%I', bare);
  -- Only this site's own rows are moved: the others are copies, and the link copies them anew.
  own text[] := array(select site from history.chain union select site from arrivals.image union select site from arrivals.quarantine union select site from arrivals.mapping);
  primary_key text := (select pg_get_constraintdef(oid) from pg_constraint where conrelid = old and contype = 'p');
  indexes text[] := array(select pg_get_indexdef(indexrelid) from pg_index where indrelid = old and not indisunique order by indexrelid);
  triggers text[] := array(select pg_get_triggerdef(oid) || case tgenabled when 'A' then format('; alter table %s enable always trigger %I', old, tgname) else '' end
    from pg_trigger where tgrelid = old and not tgisinternal order by oid);
  views text[] := array(select distinct format('create view %s as %s', view.oid::regclass, pg_get_viewdef(view.oid)) from pg_depend used
    join pg_rewrite rule on rule.oid = used.objid and used.classid = 'pg_rewrite'::regclass join pg_class view on view.oid = rule.ev_class
    where used.refobjid = old and view.relkind = 'v');
  span date[];
  statement text;
begin
  execute format('alter table %s rename to %I', old, bare || '_before');
  for statement in select format('drop index %s', indexrelid::regclass) from pg_index where indrelid = old and not indisunique loop execute statement; end loop;
  execute format('alter table arrivals.%I rename constraint %I to %I', bare || '_before', bare || '_pkey', bare || '_before_pkey');
  execute format('create table arrivals.%I (like arrivals.%I including defaults including constraints) partition by range (%I)', bare, bare || '_before', key);
  execute format('alter table arrivals.%I add %s', bare, primary_key);
  execute format('create table arrivals.%I partition of arrivals.%I default', bare || '_rest', bare);
  execute format('alter table arrivals.%I replica identity full', bare || '_rest');
  execute format('select array[arrivals.monday_of(min(%I::text)::uuid), arrivals.monday_of(max(%1$I::text)::uuid)] from arrivals.%I where site = any($1)', key, bare || '_before') into span using own;
  perform arrivals.make_week_of(bare, monday::date) from generate_series(greatest(span[1], current_date - 372), least(span[2], current_date + 7), interval '7 days') as monday
    where extract(isodow from monday) = 1;
  execute format('insert into arrivals.%I select * from arrivals.%I where site = any($1)', bare, bare || '_before') using own;
  -- What was drawn from the table is drawn from its successor.
  execute format('drop table arrivals.%I cascade', bare || '_before');
  foreach statement in array indexes || triggers || views loop execute statement; end loop;
end $$;

-- A reference would forbid a week to go while another table still had rows of it; the weeks go together instead.
alter table arrivals.image drop constraint image_read_id_fkey;
alter table arrivals.unfollowed_read drop constraint unfollowed_read_read_id_fkey;
alter table arrivals.crossing_plate drop constraint crossing_plate_crossing_id_fkey;

call arrivals.divide_by_week('plate_read', 'id');
call arrivals.divide_by_week('image', 'read_id');
call arrivals.divide_by_week('crossing', 'id');
call arrivals.divide_by_week('crossing_plate', 'id');
drop procedure arrivals.divide_by_week;

-- Which links publish what is written down beside each publication; forgotten, it is looked at and set anew at the next start.
do $$
declare
  publication text;
begin
  for publication in select pubname from pg_publication where pubname like 'juxta\_%' loop execute format('comment on publication %I is null', publication); end loop;
end $$;
