-- The whole schema as the migrations leave it, for reading and review.
-- Written by npm run schema from PostgreSQL's own catalogues; a test refuses one that is out of date. Never applied.

-- Extensions

create extension btree_gist;

create extension pg_trgm;

-- Schemas

create schema arrivals;

create schema coordination;

create schema engagement;

create schema examinations;

create schema history;

create schema ledger;

create schema notice;

create schema penalties;

create schema platform;

create schema release;

create schema watchlists;

-- Functions

CREATE OR REPLACE FUNCTION arrivals.announce_camera()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('juxta', json_build_object('topic', 'camera', 'id', new.site)::text);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION arrivals.announce_crossing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('juxta', json_build_object('topic', 'crossing', 'id', new.site)::text);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION arrivals.announce_hit()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('juxta', json_build_object('topic', 'hit', 'id', new.id)::text);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION arrivals.announce_picture()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('juxta', json_build_object('topic', 'picture', 'id', new.sha256)::text);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION arrivals.first_id_at(moment timestamp with time zone)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE STRICT
AS $function$
  select (lpad(to_hex(floor(extract(epoch from moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$function$;

CREATE OR REPLACE FUNCTION arrivals.make_week_of(bare text, monday date)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION arrivals.monday_of(id uuid)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE STRICT
AS $function$
  select date_trunc('week', to_timestamp(('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint / 1000.0) at time zone 'UTC')::date
$function$;

CREATE OR REPLACE FUNCTION examinations.announce()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('juxta', json_build_object('topic', tg_argv[0], 'id', new.id)::text);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION history.announce()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into history.pending (entry_id) values (new.id) on conflict do nothing;
  perform pg_notify('juxta', json_build_object('topic', 'history', 'id', new.id)::text);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION history.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and new.body is null and new.salt is null
     and (old.site, old.seq, old.stream, old.version, old.type, old.body_hash, old.by_id, old.by_name, old.by_role, old.at, old.previous, old.hash)
       = (new.site, new.seq, new.stream, new.version, new.type, new.body_hash, new.by_id, new.by_name, new.by_role, new.at, new.previous, new.hash)
  then return new;
  end if;
  raise exception 'History is append-only: an entry may be erased by rule, never changed or removed';
end $function$;

CREATE OR REPLACE FUNCTION ledger.move_balance()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (select written_in from ledger.journal where id = new.journal_id) is distinct from pg_current_xact_id() then
    raise exception 'Journal % is closed', new.journal_id;
  end if;
  update ledger.account set balance_pence = balance_pence + new.amount_pence where id = new.account_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION ledger.must_balance()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  total bigint;
  lines integer;
begin
  select coalesce(sum(amount_pence), 0), count(*) into total, lines from ledger.posting where journal_id = new.id;
  if total <> 0 or lines < 2 then
    raise exception 'Journal % does not balance: % pence over % postings', new.id, total, lines;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION ledger.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'The ledger is never changed: an error is put right by a new journal';
end $function$;

CREATE OR REPLACE FUNCTION notice.note_linked_work()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into penalties.work_due (case_id)
    select distinct other.case_id from penalties.person other
    where other.case_id <> new.case_id and (other.party_id = new.party_id
      or other.identity ->> 'registeredNumber' = (select identity ->> 'registeredNumber' from penalties.person where id = new.person_id));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION notice.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'A letter that was sent is kept as it is';
end $function$;

CREATE OR REPLACE FUNCTION penalties.bare_number(number text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select regexp_replace(number, '^[A-Z]{2}(?=[0-9]{6,}$)', '') $function$;

CREATE OR REPLACE FUNCTION penalties.begin_line()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into penalties.nearest_day (case_id, reference, stage, port, caseworker_id, occurred_on, opened_on)
  values (new.id, new.reference, new.stage, new.port, new.caseworker_id, new.occurred_on, new.opened_on) on conflict do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION penalties.keep_line()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update penalties.nearest_day
  set reference = new.reference, stage = new.stage, port = new.port, caseworker_id = new.caseworker_id, occurred_on = new.occurred_on, opened_on = new.opened_on,
    first_on = (new.priority ->> 'byOn')::date
  where case_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION penalties.name_key(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select btrim(regexp_replace(
    regexp_replace(
    regexp_replace(
    translate(
    regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
      regexp_replace(
      translate(
      replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        normalize(regexp_replace(normalize(lower(name collate "pg_c_utf8"), nfd), '[\u0300-\u036f]', '', 'g'), nfc),
        -- Two Greek letters for one sound come before the single letters.
        'ου', 'u'), 'αυ', 'av'), 'ευ', 'ev'), 'μπ', 'b'), 'ντ', 'd'), 'γγ', 'ng'), 'γκ', 'g'), 'ξ', 'ks'), 'ψ', 'ps'),
        'щ', 'sk'), 'ß', 'ss'), 'æ', 'a'), 'œ', 'o'), 'x', 'ks'),
        'абвгґдеёєжзиіїйклмнопрстуўфхцчшыэюяαβγδεζηθικλμνοπρστυφχωςłđðøıþћђјљњџъь',
        'abvggdeeezziiiiklmnoprstuufhkksieuaavgdezitiklmnoprstifkoslddoitkdilnd'),
      '[^a-z0-9]+', ' ', 'g'),
      'tsch|tch|tz|ts|cz|ch|ck', 'k', 'g'), 'sch|sh|sz', 's', 'g'), 'zh', 'z', 'g'), 'kh', 'h', 'g'), 'gh', 'g', 'g'), 'ph', 'f', 'g'), 'th', 't', 'g'), 'ou|ue', 'u', 'g'), 'oe', 'o', 'g'),
    'cqwyj', 'kkvii'),
    'i+([aeou])', '\1', 'g'),
    '([a-z])\1+', '\1', 'g'),
    ' +', ' ', 'g'))
$function$;

CREATE OR REPLACE FUNCTION penalties.note_likeness()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into penalties.likeness_due (person_id) values (new.id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION penalties.note_likeness_of_judged()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into penalties.likeness_due (person_id)
    with recursive same (id) as (
      select unnest(array[new.one_party_id, new.other_party_id])
      union
      select case when j.one_party_id = same.id then j.other_party_id else j.one_party_id end
      from same join penalties.party_judgement j on same.id in (j.one_party_id, j.other_party_id) and j.same and j.undone is null)
    select p.id from same join penalties.person p on p.party_id = same.id;
  perform pg_notify('juxta', json_build_object('topic', 'casework', 'id', '')::text);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION penalties.note_work()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  changed jsonb := to_jsonb(new);
  found uuid;
begin
  found := case
    when tg_argv[0] = 'case' then (changed ->> 'id')::uuid
    when tg_argv[0] = 'penalty' then (select case_id from penalties.penalty where id = (changed ->> 'penalty_id')::uuid)
    else (changed ->> 'case_id')::uuid
  end;
  if found is not null then
    insert into penalties.work_due (case_id) values (found);
    perform pg_notify('juxta', json_build_object('topic', 'casework', 'id', '')::text);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION penalties.note_work_of_likely()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  pair penalties.likely_party := coalesce(new, old);
begin
  insert into penalties.work_due (case_id) select case_id from penalties.person where id in (pair.one_person_id, pair.other_person_id);
  perform pg_notify('juxta', json_build_object('topic', 'casework', 'id', '')::text);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION penalties.tell_bulk()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('juxta', json_build_object('topic', 'bulk', 'id', new.id)::text);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION penalties.tell_recomputation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('juxta', json_build_object('topic', 'recomputation', 'id', new.id)::text);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION platform.first_id_in(range bigint)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN ((lpad(to_hex((range << 14)), 12, '0'::text) || repeat('0'::text, 20)))::uuid;

CREATE OR REPLACE FUNCTION platform.forget_proof(which text, from_id uuid, to_id uuid)
 RETURNS void
 LANGUAGE sql
AS $function$
  delete from platform.proof_found where of_table = which and range between platform.range_of(from_id) and platform.range_of(to_id)
$function$;

CREATE OR REPLACE FUNCTION platform.last_id_in(range bigint)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN ((lpad(to_hex(((range << 14) | (16383)::bigint)), 12, '0'::text) || repeat('f'::text, 20)))::uuid;

CREATE OR REPLACE FUNCTION platform.range_of(day date)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (day - '2000-01-01'::date);

CREATE OR REPLACE FUNCTION platform.range_of(id uuid)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (((('x'::text || substr(replace((id)::text, '-'::text, ''::text), 1, 12)))::bit(48))::bigint >> 14);

CREATE OR REPLACE FUNCTION platform.range_of(key text)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (hashtextextended(key, (0)::bigint) & (255)::bigint);

CREATE OR REPLACE FUNCTION platform.stamp_arrival()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.arrived_at := clock_timestamp();
  return new;
end $function$;

CREATE OR REPLACE FUNCTION platform.touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  execute format(
    'insert into platform.proof_touch (site, lane, of_table, range) select distinct site, %L, %L, platform.range_of(%I) from %s changed',
    tg_argv[0], tg_argv[1], tg_argv[2],
    case tg_op when 'INSERT' then 'new_rows' when 'DELETE' then 'old_rows' else '(table new_rows union all table old_rows)' end);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION release.queue_subject()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into release.queue (partner_id, subject, subject_id)
    select partner.id, tg_argv[0], case when tg_op = 'DELETE' then old.id else new.id end from release.partner;
  if found then
    perform pg_notify('juxta', json_build_object('topic', 'release', 'id', tg_argv[0])::text);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION watchlists.announce()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('juxta', json_build_object('topic', 'watchlist', 'id', new.id)::text);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION watchlists.announce_tuning()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('juxta', json_build_object('topic', 'watchlist-tuning', 'id', new.site)::text);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION watchlists.announce_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('juxta', json_build_object('topic', 'watchlist-version', 'id', new.site, 'number', new.number)::text);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION watchlists.raise_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into watchlists.version as held (site, number, changed_at) values ('centre', 1, clock_timestamp())
  on conflict (site) do update set number = held.number + 1, changed_at = excluded.changed_at;
  return null;
end $function$;

-- Tables

create table arrivals.camera (
  id text not null,
  site text not null,
  name text not null,
  maker text not null,
  lane text,
  state text not null,
  key_sha256 text not null,
  mapping_id uuid,
  link jsonb,
  faces text,
  direction text,
  clock_ahead_ms integer default 0 not null,
  former_key jsonb,
  constraint camera_pkey PRIMARY KEY (id),
  constraint camera_check CHECK ((id ~~ (site || '-%'::text))),
  constraint camera_direction_check CHECK ((direction = ANY (ARRAY['towards-uk'::text, 'from-uk'::text]))),
  constraint camera_faces_check CHECK ((faces = ANY (ARRAY['front'::text, 'rear'::text, 'trailer'::text])))
);

create table arrivals.camera_day (
  site text not null,
  camera_id text not null,
  day date not null,
  reads integer not null,
  ignored integer not null,
  duplicates integer not null,
  quarantined integer not null,
  last_seen_at timestamp with time zone not null,
  unread integer default 0 not null,
  constraint camera_day_pkey PRIMARY KEY (site, camera_id, day)
);

create table arrivals.camera_fault (
  id uuid not null,
  site text not null,
  camera_id text not null,
  kind text not null,
  measured jsonb not null,
  since_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint camera_fault_pkey PRIMARY KEY (id),
  constraint camera_fault_kind_check CHECK ((kind = ANY (ARRAY['silent'::text, 'clock'::text, 'line'::text])))
);

create table arrivals.camera_habit (
  camera_id text not null,
  site text not null,
  gaps integer not null,
  usual_gap_seconds double precision,
  usual_reads double precision,
  counted_at timestamp with time zone not null,
  constraint camera_habit_pkey PRIMARY KEY (camera_id)
);

create table arrivals.camera_line (
  camera_id text not null,
  site text not null,
  state text not null,
  reason text,
  detail text,
  since_at timestamp with time zone not null,
  heard_at timestamp with time zone,
  missing_from timestamp with time zone,
  tries integer not null,
  constraint camera_line_pkey PRIMARY KEY (camera_id),
  constraint camera_line_state_check CHECK ((state = ANY (ARRAY['trying'::text, 'up'::text, 'down'::text])))
);

create table arrivals.camera_secret (
  camera_id text not null,
  site text not null,
  user_name text not null,
  sealed bytea not null,
  set_at timestamp with time zone not null,
  constraint camera_secret_pkey PRIMARY KEY (camera_id)
);

create table arrivals.crossing (
  id uuid not null,
  site text not null,
  lane text,
  direction text,
  first_seen_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  lists_version bigint,
  constraint crossing_pkey PRIMARY KEY (id)
) partition by RANGE (id);

create table arrivals.crossing_plate (
  id uuid not null,
  site text not null,
  crossing_id uuid not null,
  part text,
  plate text not null,
  country text,
  confidence double precision,
  character_confidence jsonb,
  read_id uuid not null,
  image_sha256 text,
  seen_at timestamp with time zone not null,
  read_ids uuid[],
  country_sureness double precision,
  constraint crossing_plate_pkey PRIMARY KEY (id),
  constraint crossing_plate_part_check CHECK ((part = ANY (ARRAY['tractor'::text, 'trailer'::text])))
) partition by RANGE (id);

create table arrivals.evidence (
  crossing_id uuid not null,
  site text not null,
  because text not null,
  reference text not null,
  taken_at timestamp with time zone not null,
  delete_on date not null,
  crossing jsonb not null,
  plates jsonb not null,
  reads jsonb not null,
  images jsonb not null,
  constraint evidence_pkey PRIMARY KEY (crossing_id),
  constraint evidence_because_check CHECK ((because = ANY (ARRAY['hit'::text, 'search'::text, 'detection'::text, 'hold'::text])))
);

create table arrivals.forgetting (
  id text not null,
  seen_before timestamp with time zone not null,
  reads integer not null,
  crossings integer not null,
  pictures integer not null,
  constraint forgetting_pkey PRIMARY KEY (id)
);

create table arrivals.hit (
  id uuid not null,
  site text not null,
  crossing_id uuid not null,
  plate_id uuid not null,
  entry_id uuid not null,
  list_name_en text not null,
  list_name_fr text not null,
  reason_en text not null,
  reason_fr text not null,
  handling text not null,
  markers text[] not null,
  listed_plate text not null,
  listed_country text,
  read_id uuid not null,
  plate text not null,
  country text,
  character_confidence jsonb,
  image_sha256 text,
  how text not null,
  differences jsonb not null,
  cost double precision not null,
  lane text,
  raised_at timestamp with time zone not null,
  status text not null,
  handled_by text,
  handled_at timestamp with time zone,
  dismissed_as text,
  inside_since timestamp with time zone,
  escalated_at timestamp with time zone,
  explained jsonb,
  true_plate text,
  doubted_at timestamp with time zone,
  constraint hit_pkey PRIMARY KEY (id),
  constraint hit_crossing_id_entry_id_key UNIQUE (crossing_id, entry_id),
  constraint hit_status_check CHECK ((status = ANY (ARRAY['raised'::text, 'acknowledged'::text, 'confirmed'::text, 'dismissed'::text, 'superseded'::text])))
);

create table arrivals.hold (
  id uuid not null,
  site text not null,
  reference text not null,
  reason text not null,
  until_on date not null,
  held_by text not null,
  held_at timestamp with time zone not null,
  released_by text,
  released_at timestamp with time zone,
  constraint hold_pkey PRIMARY KEY (id)
);

create table arrivals.image (
  read_id uuid not null,
  site text not null,
  sha256 text not null,
  kind text not null,
  bytes integer not null,
  constraint image_pkey PRIMARY KEY (read_id, sha256, kind)
) partition by RANGE (read_id);

create table arrivals.intake_progress (
  spool_id text not null,
  "position" bigint not null,
  constraint intake_progress_pkey PRIMARY KEY (spool_id)
);

create table arrivals.mapping (
  id uuid not null,
  site text not null,
  name text not null,
  definition jsonb not null,
  constraint mapping_pkey PRIMARY KEY (id)
);

create table arrivals.picture_copy (
  id uuid not null,
  site text not null,
  sha256 text not null,
  bytes bytea,
  answered_at timestamp with time zone not null,
  constraint picture_copy_pkey PRIMARY KEY (id)
);

create table arrivals.picture_request (
  id uuid not null,
  site text not null,
  of_site text not null,
  sha256 text not null,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  constraint picture_request_pkey PRIMARY KEY (id)
);

create table arrivals.plate_correction (
  id uuid not null,
  site text not null,
  crossing_id uuid not null,
  true_plate text not null,
  reads jsonb not null,
  corrected_by text not null,
  corrected_at timestamp with time zone not null,
  constraint plate_correction_pkey PRIMARY KEY (id)
);

create table arrivals.plate_read (
  id uuid not null,
  site text not null,
  camera_id text not null,
  camera_hint text,
  lane text,
  direction text,
  captured_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  plate text not null,
  plate_as_read text not null,
  country text,
  confidence double precision,
  character_confidence jsonb,
  candidates jsonb not null,
  passage_hint text,
  state text not null,
  format text not null,
  raw_sha256 text not null,
  spool_position bigint not null,
  same_as_sha256 text not null,
  told_at timestamp with time zone,
  constraint plate_read_pkey PRIMARY KEY (id)
) partition by RANGE (id);

create table arrivals.quarantine (
  id uuid not null,
  site text not null,
  camera_id text not null,
  content_type text not null,
  received_at timestamp with time zone not null,
  last_received_at timestamp with time zone not null,
  times integer not null,
  reason text not null,
  detail text not null,
  raw bytea not null,
  raw_sha256 text not null,
  constraint quarantine_pkey PRIMARY KEY (id),
  constraint quarantine_site_camera_id_raw_sha256_key UNIQUE (site, camera_id, raw_sha256)
);

create table arrivals.quarantine_retry (
  id uuid not null,
  attempts integer not null,
  outcome text not null,
  constraint quarantine_retry_pkey PRIMARY KEY (id)
);

create table arrivals.unfollowed_batch (
  id uuid not null,
  read_ids uuid[] not null,
  constraint unfollowed_batch_pkey PRIMARY KEY (id)
);

create table coordination.history_request (
  id uuid not null,
  plate text not null,
  from_day date not null,
  to_day date not null,
  reason text not null,
  reference text not null,
  requested_by text not null,
  requested_by_name text not null,
  requested_at timestamp with time zone not null,
  status text not null,
  answered_by text,
  answered_by_name text,
  answered_at timestamp with time zone,
  constraint history_request_pkey PRIMARY KEY (id),
  constraint history_request_check CHECK (((status = 'waiting'::text) = (answered_by IS NULL))),
  constraint history_request_check1 CHECK ((answered_by IS DISTINCT FROM requested_by)),
  constraint history_request_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'approved'::text, 'refused'::text])))
);

create table coordination.victim_contact (
  id uuid not null,
  plate text not null,
  how text not null,
  note text not null,
  contacted_by text not null,
  contacted_by_name text not null,
  contacted_at timestamp with time zone not null,
  constraint victim_contact_pkey PRIMARY KEY (id),
  constraint victim_contact_how_check CHECK ((how = ANY (ARRAY['telephone'::text, 'letter'::text, 'visit'::text, 'association'::text])))
);

create table engagement.counted (
  entry_id uuid not null,
  measure text not null,
  counted_on date not null,
  site text not null,
  number bigint not null,
  constraint counted_pkey PRIMARY KEY (entry_id, measure)
);

create table examinations.detection (
  id uuid not null,
  site text not null,
  stage text not null,
  search_id uuid,
  crossing_id uuid,
  started_at timestamp with time zone not null,
  started_by text not null,
  recorded_at timestamp with time zone,
  alarm jsonb,
  vehicle jsonb,
  papers jsonb,
  scene jsonb,
  photos jsonb not null,
  hand_overs jsonb not null,
  corrections jsonb not null,
  constraint detection_pkey PRIMARY KEY (id),
  constraint detection_check CHECK (((stage = 'recorded'::text) = (recorded_at IS NOT NULL))),
  constraint detection_check1 CHECK (((stage <> 'recorded'::text) OR (num_nulls(alarm, vehicle, papers, scene) = 0))),
  constraint detection_stage_check CHECK ((stage = ANY (ARRAY['draft'::text, 'recorded'::text, 'discarded'::text])))
);

create table examinations.photo (
  site text not null,
  sha256 text not null,
  bytes bytea not null,
  kept_at timestamp with time zone not null,
  constraint photo_pkey PRIMARY KEY (site, sha256),
  constraint photo_check CHECK ((encode(sha256(bytes), 'hex'::text) = sha256)),
  constraint photo_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table examinations.search (
  id uuid not null,
  site text not null,
  stage text not null,
  tractor_plate text,
  trailer_plate text,
  country text,
  layer text not null,
  lane text not null,
  officers jsonb not null,
  crossing_id uuid,
  hit_id uuid,
  opened_at timestamp with time zone not null,
  opened_by text not null,
  steps jsonb not null,
  outcome text,
  end_note text,
  ended_at timestamp with time zone,
  constraint search_pkey PRIMARY KEY (id),
  constraint search_check CHECK (((stage = 'ended'::text) = ((ended_at IS NOT NULL) AND (outcome IS NOT NULL)))),
  constraint search_check1 CHECK (((tractor_plate IS NOT NULL) OR (trailer_plate IS NOT NULL) OR (crossing_id IS NOT NULL))),
  constraint search_stage_check CHECK ((stage = ANY (ARRAY['open'::text, 'ended'::text])))
);

create table history.chain (
  site text not null,
  seq bigint not null,
  hash text not null,
  constraint chain_pkey PRIMARY KEY (site)
);

create table history.entry (
  id uuid not null,
  site text not null,
  seq bigint not null,
  stream text not null,
  version integer not null,
  type text not null,
  body jsonb,
  salt text,
  body_hash text not null,
  by_id text not null,
  by_name text not null,
  by_role text not null,
  at timestamp with time zone not null,
  reason text,
  under jsonb not null,
  previous text not null,
  hash text not null,
  constraint entry_pkey PRIMARY KEY (id),
  constraint entry_site_seq_key UNIQUE (site, seq),
  constraint entry_site_stream_version_key UNIQUE (site, stream, version)
);

create table history.pending (
  entry_id uuid not null,
  attempts integer default 0 not null,
  last_fault text,
  constraint pending_pkey PRIMARY KEY (entry_id),
  constraint pending_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES history.entry(id)
);

create table history.stream (
  stream text not null,
  version integer not null,
  constraint stream_pkey PRIMARY KEY (stream)
);

create table ledger.account (
  id text not null,
  kind text not null,
  penalty_id uuid,
  payment_id uuid,
  balance_pence bigint default 0 not null,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_kind_check CHECK ((kind = ANY (ARRAY['debt'::text, 'issued'::text, 'taken-off'::text, 'written-off'::text, 'held'::text, 'suspense'::text, 'bank'::text, 'card-service'::text, 'till'::text, 'charges'::text, 'costs-due'::text, 'costs-owed'::text, 'costs'::text, 'proceeds'::text, 'expenses'::text]))),
  constraint balance_stays_on_its_side CHECK (
CASE
    WHEN (kind = ANY (ARRAY['costs'::text, 'card-service'::text])) THEN true
    WHEN (kind = ANY (ARRAY['issued'::text, 'held'::text, 'suspense'::text, 'costs-owed'::text, 'proceeds'::text, 'expenses'::text])) THEN (balance_pence <= 0)
    ELSE (balance_pence >= 0)
END),
  constraint account_penalty_id_fkey FOREIGN KEY (penalty_id) REFERENCES penalties.penalty(id)
);

create table ledger.bank_entry (
  id uuid not null,
  file_id uuid not null,
  account text not null,
  entry_ref text not null,
  booked_on date not null,
  direction text not null,
  amount_pence bigint not null,
  payer text not null,
  payer_account text,
  remittance text not null,
  stage text not null,
  match jsonb,
  times_matched integer not null,
  set_aside jsonb,
  sending_back jsonb,
  kept jsonb,
  constraint bank_entry_pkey PRIMARY KEY (id),
  constraint bank_entry_account_entry_ref_key UNIQUE (account, entry_ref),
  constraint bank_entry_amount_pence_check CHECK ((amount_pence > 0)),
  constraint bank_entry_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint bank_entry_stage_check CHECK ((stage = ANY (ARRAY['waiting'::text, 'matched'::text, 'set-aside'::text, 'sent-back'::text]))),
  constraint bank_entry_file_id_fkey FOREIGN KEY (file_id) REFERENCES ledger.bank_file(id)
);

create table ledger.bank_file (
  id uuid not null,
  sha256 text not null,
  name text not null,
  read jsonb not null,
  statement_id text not null,
  account text not null,
  brought_by_id text not null,
  brought_by_name text not null,
  brought_at timestamp with time zone not null,
  taken_in jsonb,
  constraint bank_file_pkey PRIMARY KEY (id)
);

create table ledger.card_dispute (
  id uuid not null,
  case_id uuid not null,
  payment_id uuid not null,
  dispute_id text not null,
  provider_id text not null,
  amount_pence bigint not null,
  fee_pence bigint not null,
  reason text not null,
  raised_on date not null,
  evidence_due_on date,
  status text not null,
  constraint card_dispute_pkey PRIMARY KEY (id),
  constraint card_dispute_dispute_id_key UNIQUE (dispute_id),
  constraint card_dispute_amount_pence_check CHECK ((amount_pence > 0)),
  constraint card_dispute_fee_pence_check CHECK ((fee_pence >= 0)),
  constraint card_dispute_status_check CHECK ((status = ANY (ARRAY['needs_response'::text, 'under_review'::text, 'won'::text, 'lost'::text]))),
  constraint card_dispute_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id),
  constraint card_dispute_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES ledger.payment(id)
);

create table ledger.card_payment (
  id uuid not null,
  link_id uuid not null,
  case_id uuid not null,
  penalty_id uuid not null,
  amount_pence bigint not null,
  asked_at timestamp with time zone not null,
  provider_id text,
  next_url text,
  status text not null,
  code text,
  booked_as uuid,
  constraint card_payment_pkey PRIMARY KEY (id),
  constraint card_payment_provider_id_key UNIQUE (provider_id),
  constraint card_payment_amount_pence_check CHECK (((amount_pence >= 1) AND (amount_pence <= 10000000))),
  constraint card_payment_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'created'::text, 'started'::text, 'submitted'::text, 'capturable'::text, 'success'::text, 'failed'::text, 'cancelled'::text, 'error'::text]))),
  constraint card_payment_booked_as_fkey FOREIGN KEY (booked_as) REFERENCES ledger.payment(id),
  constraint card_payment_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id),
  constraint card_payment_link_id_fkey FOREIGN KEY (link_id) REFERENCES ledger.pay_link(id),
  constraint card_payment_penalty_id_fkey FOREIGN KEY (penalty_id) REFERENCES penalties.penalty(id)
);

create table ledger.card_refund (
  id uuid not null,
  case_id uuid not null,
  payment_id uuid not null,
  provider_id text not null,
  amount_pence bigint not null,
  asked_at timestamp with time zone not null,
  refund_id text,
  status text not null,
  tried_at timestamp with time zone,
  looked_at timestamp with time zone,
  constraint card_refund_pkey PRIMARY KEY (id),
  constraint card_refund_refund_id_key UNIQUE (refund_id),
  constraint card_refund_amount_pence_check CHECK (((amount_pence >= 1) AND (amount_pence <= 10000000))),
  constraint card_refund_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'submitted'::text, 'success'::text, 'error'::text]))),
  constraint card_refund_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id),
  constraint card_refund_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES ledger.payment(id)
);

create table ledger.enforcement_step (
  id uuid not null,
  case_id uuid not null,
  penalty_id uuid not null,
  code text not null,
  taken_on date not null,
  taken_by jsonb not null,
  reasons text not null,
  answers jsonb not null,
  document_id uuid,
  constraint enforcement_step_pkey PRIMARY KEY (id),
  constraint enforcement_step_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id),
  constraint enforcement_step_document_id_fkey FOREIGN KEY (document_id) REFERENCES notice.document(id),
  constraint enforcement_step_penalty_id_fkey FOREIGN KEY (penalty_id) REFERENCES penalties.penalty(id)
);

create table ledger.euro_rate (
  on_day date not null,
  euros_per_pound numeric(8,5) not null,
  source text not null,
  set_by_id text not null,
  set_by_name text not null,
  set_at timestamp with time zone not null,
  constraint euro_rate_pkey PRIMARY KEY (on_day),
  constraint euro_rate_euros_per_pound_check CHECK ((euros_per_pound > (0)::numeric))
);

create table ledger.instalment_plan (
  id uuid not null,
  case_id uuid not null,
  penalty_id uuid not null,
  instalments jsonb not null,
  total_pence bigint not null,
  means text not null,
  reasons text not null,
  agreed_by jsonb not null,
  agreed_on date not null,
  letters jsonb not null,
  ended jsonb,
  constraint instalment_plan_pkey PRIMARY KEY (id),
  constraint instalment_plan_total_pence_check CHECK ((total_pence > 0)),
  constraint instalment_plan_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id),
  constraint instalment_plan_penalty_id_fkey FOREIGN KEY (penalty_id) REFERENCES penalties.penalty(id)
);

create table ledger.journal (
  id uuid not null,
  kind text not null,
  on_day date not null,
  source text not null,
  reverses uuid,
  note text not null,
  by_id text not null,
  by_name text not null,
  at timestamp with time zone not null,
  written_in xid8 default pg_current_xact_id() not null,
  constraint journal_pkey PRIMARY KEY (id),
  constraint journal_reverses_key UNIQUE (reverses),
  constraint journal_source_key UNIQUE (source),
  constraint journal_kind_check CHECK ((kind = ANY (ARRAY['debt'::text, 'reduction'::text, 'receipt'::text, 'allocation'::text, 'release'::text, 'return'::text, 'refund'::text, 'refund-failed'::text, 'dispute'::text, 'suspense'::text, 'payout'::text, 'sent-back'::text, 'write-off'::text, 'write-off-reversed'::text, 'costs'::text, 'costs-paid'::text, 'sale'::text, 'expenses'::text, 'sale-shared'::text]))),
  constraint journal_reverses_fkey FOREIGN KEY (reverses) REFERENCES ledger.journal(id)
);

create table ledger.pay_link (
  id uuid not null,
  token_hash text not null,
  case_id uuid not null,
  penalty_id uuid not null,
  made_by jsonb not null,
  made_on date not null,
  last_day date not null,
  ended jsonb,
  constraint pay_link_pkey PRIMARY KEY (id),
  constraint pay_link_token_hash_key UNIQUE (token_hash),
  constraint pay_link_check CHECK ((last_day >= made_on)),
  constraint pay_link_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id),
  constraint pay_link_penalty_id_fkey FOREIGN KEY (penalty_id) REFERENCES penalties.penalty(id)
);

create table ledger.pay_message (
  message_id text not null,
  provider_id text not null,
  heard_at timestamp with time zone not null,
  constraint pay_message_pkey PRIMARY KEY (message_id)
);

create table ledger.payment (
  id uuid not null,
  case_id uuid not null,
  received_on date not null,
  amount_pence bigint not null,
  payer text not null,
  method text not null,
  reference text not null,
  allocations jsonb not null,
  held_pence bigint not null,
  refund jsonb,
  returned jsonb,
  refunds jsonb default '[]'::jsonb not null,
  lost_pence bigint default 0 not null,
  constraint payment_pkey PRIMARY KEY (id),
  constraint payment_reference_key UNIQUE (reference),
  constraint payment_amount_pence_check CHECK ((amount_pence > 0)),
  constraint payment_held_pence_check CHECK ((held_pence >= 0)),
  constraint payment_lost_pence_check CHECK ((lost_pence >= 0)),
  constraint payment_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id)
);

create table ledger.posting (
  journal_id uuid not null,
  account_id text not null,
  amount_pence bigint not null,
  constraint posting_pkey PRIMARY KEY (journal_id, account_id),
  constraint posting_amount_pence_check CHECK ((amount_pence <> 0)),
  constraint posting_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(id),
  constraint posting_journal_id_fkey FOREIGN KEY (journal_id) REFERENCES ledger.journal(id)
);

create table ledger.recovery_hold (
  id uuid not null,
  case_id uuid not null,
  penalty_id uuid not null,
  kind text not null,
  from_on date not null,
  until_on date,
  reasons text not null,
  placed_by jsonb not null,
  lifted jsonb,
  constraint recovery_hold_pkey PRIMARY KEY (id),
  constraint recovery_hold_penalty_id_kind_daterange_excl EXCLUDE USING gist (penalty_id WITH =, kind WITH =, daterange(from_on, until_on, '[]'::text) WITH &&),
  constraint recovery_hold_check CHECK ((until_on >= from_on)),
  constraint recovery_hold_kind_check CHECK ((kind = ANY (ARRAY['complaint'::text, 'vulnerability'::text, 'insolvency'::text, 'appeal'::text, 'returned-mail'::text, 'address'::text, 'duplicate'::text]))),
  constraint recovery_hold_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id),
  constraint recovery_hold_penalty_id_fkey FOREIGN KEY (penalty_id) REFERENCES penalties.penalty(id)
);

create table ledger.write_off (
  id uuid not null,
  case_id uuid not null,
  penalty_id uuid not null,
  code text not null,
  class text not null,
  amount_pence bigint not null,
  reasons text not null,
  evidence text not null,
  proposed_by jsonb not null,
  proposed_on date not null,
  approvals jsonb not null,
  stage text not null,
  refused jsonb,
  written_off_on date,
  reversals jsonb not null,
  reversed_pence bigint not null,
  constraint write_off_pkey PRIMARY KEY (id),
  constraint write_off_amount_pence_check CHECK ((amount_pence > 0)),
  constraint write_off_check CHECK (((reversed_pence >= 0) AND (reversed_pence <= amount_pence))),
  constraint write_off_check1 CHECK ((NOT jsonb_path_exists(approvals, '$[*]."by"?(@."officerId" == $"one")'::jsonpath, jsonb_build_object('one', (proposed_by -> 'officerId'::text))))),
  constraint write_off_class_check CHECK ((class = ANY (ARRAY['administrative'::text, 'judicial'::text, 'system'::text]))),
  constraint write_off_stage_check CHECK ((stage = ANY (ARRAY['proposed'::text, 'refused'::text, 'written-off'::text]))),
  constraint write_off_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id),
  constraint write_off_penalty_id_fkey FOREIGN KEY (penalty_id) REFERENCES penalties.penalty(id)
);

create table notice.dispatch (
  id uuid not null,
  case_id uuid not null,
  penalty_id uuid,
  document_id uuid not null,
  purpose text not null,
  channel text not null,
  destination jsonb not null,
  because text not null,
  planned_by jsonb not null,
  planned_on date not null,
  instead_of uuid,
  stage text not null,
  withheld jsonb,
  carrier jsonb,
  sent jsonb,
  failed jsonb,
  outcomes jsonb not null,
  person_id uuid,
  constraint dispatch_pkey PRIMARY KEY (id),
  constraint dispatch_channel_check CHECK ((channel = ANY (ARRAY['post'::text, 'email'::text, 'by-hand'::text, 'fixed-to-trailer'::text]))),
  constraint dispatch_of_somebody CHECK ((num_nonnulls(penalty_id, person_id) = 1)),
  constraint dispatch_stage_check CHECK ((stage = ANY (ARRAY['planned'::text, 'withheld'::text, 'handed-over'::text, 'sent'::text, 'failed'::text, 'delivered'::text, 'returned'::text]))),
  constraint dispatch_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id),
  constraint dispatch_document_id_fkey FOREIGN KEY (document_id) REFERENCES notice.document(id),
  constraint dispatch_instead_of_fkey FOREIGN KEY (instead_of) REFERENCES notice.dispatch(id),
  constraint dispatch_penalty_id_fkey FOREIGN KEY (penalty_id) REFERENCES penalties.penalty(id),
  constraint dispatch_person_id_fkey FOREIGN KEY (person_id) REFERENCES penalties.person(id)
);

create table notice.dispatch_lane (
  dispatch_id uuid not null,
  failures integer default 0 not null,
  next_try_at timestamp with time zone,
  last_fault text,
  asked_at timestamp with time zone,
  looked_at timestamp with time zone,
  constraint dispatch_lane_pkey PRIMARY KEY (dispatch_id),
  constraint dispatch_lane_dispatch_id_fkey FOREIGN KEY (dispatch_id) REFERENCES notice.dispatch(id)
);

create table notice.document (
  id uuid not null,
  penalty_id uuid,
  purpose text not null,
  language text not null,
  template_version integer not null,
  facts jsonb not null,
  pdf bytea not null,
  pdf_sha256 text not null,
  cause_id uuid,
  created_by_id text not null,
  created_by_name text not null,
  created_at timestamp with time zone not null,
  words tsvector generated always as (jsonb_to_tsvector('simple'::regconfig, facts, '["string"]'::jsonb)) stored,
  person_id uuid,
  constraint document_pkey PRIMARY KEY (id),
  constraint document_cause_id_key UNIQUE (cause_id),
  constraint document_check CHECK ((pdf_sha256 = encode(sha256(pdf), 'hex'::text))),
  constraint document_of_somebody CHECK ((num_nonnulls(penalty_id, person_id) = 1)),
  constraint document_purpose_check CHECK ((purpose = ANY (ARRAY['penalty-notice'::text, 'objection-decision'::text, 'covering-letter'::text, 'amount-corrected'::text, 'reminder'::text, 'letter-before-action'::text, 'information-request'::text]))),
  constraint document_penalty_id_fkey FOREIGN KEY (penalty_id) REFERENCES penalties.penalty(id),
  constraint document_person_id_fkey FOREIGN KEY (person_id) REFERENCES penalties.person(id)
);

create table notice.letter_in_batch (
  dispatch_id uuid not null,
  batch_id uuid not null,
  constraint letter_in_batch_pkey PRIMARY KEY (dispatch_id),
  constraint letter_in_batch_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES notice.print_batch(id),
  constraint letter_in_batch_dispatch_id_fkey FOREIGN KEY (dispatch_id) REFERENCES notice.dispatch(id)
);

create table notice.payment_account (
  from_on date not null,
  account_name text not null,
  sort_code text not null,
  account_number text not null,
  iban text not null,
  set_by_id text not null,
  set_by_name text not null,
  set_at timestamp with time zone not null,
  constraint payment_account_pkey PRIMARY KEY (from_on)
);

create table notice.print_batch (
  id uuid not null,
  number integer not null,
  letters jsonb not null,
  manifest_sha256 text not null,
  made_by jsonb not null,
  made_at timestamp with time zone not null,
  taken_out jsonb not null,
  printed jsonb,
  posted jsonb,
  constraint print_batch_pkey PRIMARY KEY (id),
  constraint print_batch_number_key UNIQUE (number),
  constraint print_batch_printed_first CHECK (((posted IS NULL) OR (printed IS NOT NULL)))
);

create table notice.returned_letter (
  id uuid not null,
  case_id uuid not null,
  penalty_id uuid,
  person_id uuid not null,
  party_id uuid not null,
  dispatch_id uuid not null,
  document_id uuid not null,
  purpose text not null,
  destination jsonb not null,
  code text not null,
  returned_on date not null,
  note text not null,
  recorded_by jsonb not null,
  enquiries jsonb not null,
  traced jsonb,
  settled jsonb,
  constraint returned_letter_pkey PRIMARY KEY (id),
  constraint returned_letter_dispatch_id_key UNIQUE (dispatch_id),
  constraint returned_letter_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id),
  constraint returned_letter_dispatch_id_fkey FOREIGN KEY (dispatch_id) REFERENCES notice.dispatch(id),
  constraint returned_letter_document_id_fkey FOREIGN KEY (document_id) REFERENCES notice.document(id),
  constraint returned_letter_penalty_id_fkey FOREIGN KEY (penalty_id) REFERENCES penalties.penalty(id),
  constraint returned_letter_person_id_fkey FOREIGN KEY (person_id) REFERENCES penalties.person(id)
);

create table notice.template_approval (
  id text not null,
  purpose text not null,
  version integer not null,
  standing text not null,
  from_on date not null,
  reasons text not null,
  put_forward_by jsonb not null,
  answer jsonb,
  constraint template_approval_pkey PRIMARY KEY (id),
  constraint template_approval_purpose_version_key UNIQUE (purpose, version),
  constraint template_approval_check CHECK (((answer IS NULL) = (standing = 'put-forward'::text))),
  constraint template_approval_check1 CHECK (((put_forward_by ->> 'officerId'::text) IS DISTINCT FROM ((answer -> 'by'::text) ->> 'officerId'::text))),
  constraint template_approval_standing_check CHECK ((standing = ANY (ARRAY['put-forward'::text, 'approved'::text, 'sent-back'::text])))
);

create table notice.unmatched_report (
  id uuid not null,
  received_at timestamp with time zone not null,
  kind text not null,
  reference text,
  body jsonb not null,
  constraint unmatched_report_pkey PRIMARY KEY (id),
  constraint unmatched_report_kind_check CHECK ((kind = ANY (ARRAY['receipt'::text, 'returned-letter'::text])))
);

create table penalties.allocation (
  id bigint generated always as identity not null,
  case_id uuid not null,
  officer_id text not null,
  officer_name text not null,
  how text not null,
  weight integer not null,
  reasons text,
  by_id text not null,
  at timestamp with time zone not null,
  constraint allocation_pkey PRIMARY KEY (id),
  constraint allocation_how_check CHECK ((how = ANY (ARRAY['taken'::text, 'next-case'::text, 'shared-out'::text, 'moved'::text, 'passed'::text]))),
  constraint allocation_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id)
);

create table penalties.answer_draft (
  link_id uuid not null,
  language text not null,
  answers jsonb not null,
  saved_at timestamp with time zone not null,
  constraint answer_draft_pkey PRIMARY KEY (link_id),
  constraint answer_draft_link_id_fkey FOREIGN KEY (link_id) REFERENCES penalties.person_link(id)
);

create table penalties.appeal (
  id uuid not null,
  case_id uuid not null,
  penalty_id uuid not null,
  court text not null,
  court_name text not null,
  claim_number text not null,
  appellant text not null,
  grounds text not null,
  summary text not null,
  lodged_on date not null,
  served_on date not null,
  standing text not null,
  diary jsonb not null,
  conclusion jsonb,
  costs_paid jsonb default '[]'::jsonb not null,
  words tsvector generated always as (to_tsvector('simple'::regconfig, ((((summary || ' '::text) || court_name) || ' '::text) || appellant))) stored,
  costs_waiting jsonb,
  follows uuid,
  constraint appeal_pkey PRIMARY KEY (id),
  constraint appeal_check CHECK ((lodged_on <= served_on)),
  constraint appeal_court_check CHECK ((court = ANY (ARRAY['county-court'::text, 'sheriff-court'::text, 'high-court'::text, 'court-of-appeal'::text, 'sheriff-appeal-court'::text, 'court-of-session'::text, 'supreme-court'::text]))),
  constraint appeal_grounds_check CHECK ((grounds = ANY (ARRAY['not-liable'::text, 'too-high'::text, 'both'::text]))),
  constraint appeal_standing_check CHECK ((standing = ANY (ARRAY['in-time'::text, 'late-on-one-reading'::text, 'late'::text, 'taken-further'::text]))),
  constraint appeal_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id),
  constraint appeal_follows_fkey FOREIGN KEY (follows) REFERENCES penalties.appeal(id),
  constraint appeal_penalty_id_fkey FOREIGN KEY (penalty_id) REFERENCES penalties.penalty(id)
);

create table penalties.bulk_act (
  id uuid not null,
  act text not null,
  answers jsonb not null,
  items jsonb not null,
  stage text not null,
  needs_two boolean not null,
  reasons text not null,
  prepared_by jsonb not null,
  prepared_at timestamp with time zone not null,
  approved_by jsonb,
  run_by jsonb,
  run_at timestamp with time zone,
  undoing jsonb,
  constraint bulk_act_pkey PRIMARY KEY (id),
  constraint bulk_act_check CHECK (((approved_by IS NULL) OR (NOT needs_two) OR ((approved_by ->> 'officerId'::text) <> (prepared_by ->> 'officerId'::text)))),
  constraint bulk_act_stage_check CHECK ((stage = ANY (ARRAY['prepared'::text, 'approved'::text, 'running'::text, 'run'::text, 'undoing'::text, 'undone'::text, 'dropped'::text])))
);

create table penalties.bulk_check (
  bulk_id uuid not null,
  case_id uuid not null,
  refused text,
  at timestamp with time zone not null,
  constraint bulk_check_pkey PRIMARY KEY (bulk_id, case_id),
  constraint bulk_check_bulk_id_fkey FOREIGN KEY (bulk_id) REFERENCES penalties.bulk_act(id),
  constraint bulk_check_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id)
);

create table penalties.bulk_result (
  bulk_id uuid not null,
  case_id uuid not null,
  refused text,
  at timestamp with time zone not null,
  had jsonb,
  undone_at timestamp with time zone,
  undo_refused text,
  constraint bulk_result_pkey PRIMARY KEY (bulk_id, case_id),
  constraint bulk_result_bulk_id_fkey FOREIGN KEY (bulk_id) REFERENCES penalties.bulk_act(id),
  constraint bulk_result_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id)
);

create table penalties.bundle (
  id uuid not null,
  case_id uuid not null,
  appeal_id uuid not null,
  number integer not null,
  manifest jsonb not null,
  content jsonb not null,
  layout text not null,
  pdf bytea not null,
  pdf_sha256 text not null,
  pages integer not null,
  made_by_id text not null,
  made_by_name text not null,
  made_at timestamp with time zone not null,
  constraint bundle_pkey PRIMARY KEY (id),
  constraint bundle_appeal_id_number_key UNIQUE (appeal_id, number),
  constraint bundle_check CHECK ((pdf_sha256 = encode(sha256(pdf), 'hex'::text))),
  constraint bundle_number_check CHECK ((number > 0)),
  constraint bundle_pages_check CHECK ((pages > 0)),
  constraint bundle_appeal_id_fkey FOREIGN KEY (appeal_id) REFERENCES penalties.appeal(id),
  constraint bundle_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id)
);

create table penalties."case" (
  id uuid not null,
  reference text not null,
  detection_id uuid,
  incident jsonb not null,
  regime text not null,
  stage text not null,
  opened_on date not null,
  caseworker_id text,
  caseworker_name text,
  closed_on date,
  port text generated always as ((incident ->> 'port'::text)) stored not null,
  occurred_on text generated always as ((incident ->> 'occurredOn'::text)) stored not null,
  corrections jsonb default '[]'::jsonb not null,
  triage jsonb,
  plates text generated always as (btrim(((COALESCE((incident #>> '{tractor,registration}'::text[]), ''::text) || ' '::text) || COALESCE((incident #>> '{trailer,registration}'::text[]), ''::text)))) stored,
  restricted jsonb,
  only_for jsonb generated always as (jsonb_path_query_array(restricted, '$."to"[*]."officerId"'::jsonpath)) stored,
  priority jsonb,
  constraint case_pkey PRIMARY KEY (id),
  constraint case_detection_id_key UNIQUE (detection_id),
  constraint case_reference_key UNIQUE (reference),
  constraint case_stage_check CHECK ((stage = ANY (ARRAY['open'::text, 'proposed'::text, 'part-decided'::text, 'decided'::text, 'closed'::text])))
);

create table penalties.case_link (
  id uuid not null,
  case_id uuid not null,
  state jsonb not null,
  other_case_id uuid generated always as (((state ->> 'otherCaseId'::text))::uuid) stored not null,
  constraint case_link_pkey PRIMARY KEY (id),
  constraint case_link_check CHECK ((case_id <> ((state ->> 'otherCaseId'::text))::uuid)),
  constraint case_link_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id),
  constraint case_link_other_case_id_fkey FOREIGN KEY (other_case_id) REFERENCES penalties."case"(id)
);

create table penalties.decided_facts (
  penalty_id uuid not null,
  section text not null,
  capacity text not null,
  regime text not null,
  port text not null,
  entrants integer not null,
  complied boolean not null,
  accredited boolean not null,
  employed_by_accredited boolean not null,
  absent_and_acted boolean not null,
  business_size text,
  means_shown boolean not null,
  earlier integer not null,
  driver_reported boolean not null,
  code_pence bigint,
  amount_pence bigint not null,
  departs boolean not null,
  decided_on date not null,
  constraint decided_facts_pkey PRIMARY KEY (penalty_id),
  constraint decided_facts_penalty_id_fkey FOREIGN KEY (penalty_id) REFERENCES penalties.penalty(id)
);

create table penalties.detention (
  id uuid not null,
  case_id uuid not null,
  held_under text not null,
  stage text not null,
  penalty_ids uuid[] not null,
  vehicle text not null,
  place text not null,
  nation text not null,
  detained_on date not null,
  first_search_ended_at timestamp with time zone,
  detained_by text not null,
  reasons text not null,
  recorded_by jsonb not null,
  told jsonb not null,
  expenses jsonb not null,
  expenses_paid jsonb not null,
  sale_notice jsonb,
  leave jsonb,
  released jsonb,
  sale jsonb,
  proceeds jsonb,
  paid_out jsonb not null,
  constraint detention_pkey PRIMARY KEY (id),
  constraint detention_check CHECK (((held_under <> 'provisional'::text) OR (first_search_ended_at IS NOT NULL))),
  constraint detention_check1 CHECK (((held_under = 'provisional'::text) OR (cardinality(penalty_ids) > 0))),
  constraint detention_held_under_check CHECK ((held_under = ANY (ARRAY['provisional'::text, '36'::text, '36A'::text]))),
  constraint detention_nation_check CHECK ((nation = ANY (ARRAY['england-and-wales'::text, 'northern-ireland'::text, 'scotland'::text]))),
  constraint detention_stage_check CHECK ((stage = ANY (ARRAY['held'::text, 'released'::text, 'sold'::text, 'shared'::text]))),
  constraint detention_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id)
);

create table penalties.door_beat (
  channel text not null,
  at timestamp with time zone not null,
  constraint door_beat_pkey PRIMARY KEY (channel),
  constraint door_beat_channel_check CHECK ((channel = 'public-site'::text))
);

create table penalties.evidence (
  id uuid not null,
  case_id uuid not null,
  state jsonb not null,
  words tsvector generated always as (to_tsvector('simple'::regconfig, ((((((COALESCE((state ->> 'title'::text), ''::text) || ' '::text) || COALESCE((state ->> 'transcript'::text), ''::text)) || ' '::text) || COALESCE((state #>> '{provenance,suppliedBy}'::text[]), ''::text)) || ' '::text) || COALESCE((state #>> '{provenance,note}'::text[]), ''::text)))) stored,
  constraint evidence_pkey PRIMARY KEY (id),
  constraint evidence_state_check CHECK (((state #>> '{file,sha256}'::text[]) ~ '^[0-9a-f]{64}$'::text)),
  constraint evidence_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id)
);

create table penalties.evidence_bytes (
  sha256 text not null,
  bytes bytea not null,
  kept_at timestamp with time zone not null,
  constraint evidence_bytes_pkey PRIMARY KEY (sha256),
  constraint evidence_bytes_check CHECK ((encode(sha256(bytes), 'hex'::text) = sha256))
);

create table penalties.evidence_opened (
  evidence_id uuid not null,
  sha256 text not null,
  officer_id text not null,
  officer_name text not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  constraint evidence_opened_pkey PRIMARY KEY (evidence_id, sha256, officer_id),
  constraint evidence_opened_check CHECK ((first_at <= last_at)),
  constraint evidence_opened_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES penalties.evidence(id)
);

create table penalties.evidence_quarantine (
  sha256 text not null,
  bytes bytea not null,
  kept_at timestamp with time zone not null,
  constraint evidence_quarantine_pkey PRIMARY KEY (sha256),
  constraint evidence_quarantine_check CHECK ((encode(sha256(bytes), 'hex'::text) = sha256))
);

create table penalties.evidence_scan (
  sha256 text not null,
  found text not null,
  detail text not null,
  definitions text not null,
  scanned_at timestamp with time zone not null,
  constraint evidence_scan_pkey PRIMARY KEY (sha256),
  constraint evidence_scan_found_check CHECK ((found = ANY (ARRAY['clean'::text, 'infected'::text, 'failed'::text])))
);

create table penalties.evidence_text (
  sha256 text not null,
  content text not null,
  words tsvector generated always as (to_tsvector('simple'::regconfig, content)) stored,
  constraint evidence_text_pkey PRIMARY KEY (sha256),
  constraint evidence_text_sha256_fkey FOREIGN KEY (sha256) REFERENCES penalties.evidence_bytes(sha256)
);

create table penalties.flag (
  id uuid not null,
  case_id uuid not null,
  state jsonb not null,
  constraint flag_pkey PRIMARY KEY (id),
  constraint flag_state_check CHECK (((state ->> 'kind'::text) = ANY (ARRAY['vulnerability'::text, 'hold'::text, 'litigation'::text, 'press'::text, 'safety'::text]))),
  constraint flag_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id)
);

create table penalties.import_batch (
  id uuid not null,
  name text not null,
  source text not null,
  sha256 text not null,
  brought_by jsonb not null,
  brought_on date not null,
  run jsonb,
  agreed jsonb,
  constraint import_batch_pkey PRIMARY KEY (id),
  constraint import_batch_sha256_key UNIQUE (sha256)
);

create table penalties.import_file (
  batch_id uuid not null,
  content text not null,
  constraint import_file_pkey PRIMARY KEY (batch_id),
  constraint import_file_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES penalties.import_batch(id) DEFERRABLE INITIALLY DEFERRED
);

create table penalties.imported (
  penalty_id uuid not null,
  batch_id uuid not null,
  line integer not null,
  case_id uuid not null,
  old_reference text not null,
  constraint imported_pkey PRIMARY KEY (penalty_id),
  constraint imported_batch_id_line_key UNIQUE (batch_id, line),
  constraint imported_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES penalties.import_batch(id),
  constraint imported_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id),
  constraint imported_penalty_id_fkey FOREIGN KEY (penalty_id) REFERENCES penalties.penalty(id)
);

create table penalties.information_request (
  id uuid not null,
  case_id uuid not null,
  state jsonb not null,
  words tsvector generated always as (jsonb_to_tsvector('simple'::regconfig, jsonb_path_query_array(state, '$."answers"[*]."says"'::jsonpath), '["string"]'::jsonb)) stored,
  constraint information_request_pkey PRIMARY KEY (id),
  constraint information_request_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id)
);

create table penalties.likely_party (
  one_person_id uuid not null,
  other_person_id uuid not null,
  likeness text not null,
  constraint likely_party_pkey PRIMARY KEY (one_person_id, other_person_id),
  constraint likely_party_check CHECK ((one_person_id < other_person_id)),
  constraint likely_party_likeness_check CHECK ((likeness = ANY (ARRAY['number'::text, 'bare-number'::text, 'name-and-birth'::text, 'name'::text]))),
  constraint likely_party_one_person_id_fkey FOREIGN KEY (one_person_id) REFERENCES penalties.person(id),
  constraint likely_party_other_person_id_fkey FOREIGN KEY (other_person_id) REFERENCES penalties.person(id)
);

create table penalties.likeness_due (
  id bigint generated always as identity not null,
  person_id uuid not null,
  constraint likeness_due_pkey PRIMARY KEY (id)
);

create table penalties.look_reason (
  officer_id text not null,
  case_id uuid not null,
  reason text not null,
  remembered_until timestamp with time zone not null,
  constraint look_reason_pkey PRIMARY KEY (officer_id, case_id)
);

create table penalties.nearest_day (
  case_id uuid not null,
  last_day date,
  clock text,
  reference text not null,
  stage text not null,
  port text not null,
  caseworker_id text,
  occurred_on text not null,
  opened_on date not null,
  first_on date,
  constraint nearest_day_pkey PRIMARY KEY (case_id),
  constraint nearest_day_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id)
);

create table penalties.note (
  id uuid not null,
  case_id uuid not null,
  state jsonb not null,
  words tsvector generated always as (to_tsvector('simple'::regconfig, (state ->> 'text'::text))) stored,
  constraint note_pkey PRIMARY KEY (id),
  constraint note_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id)
);

create table penalties.outage (
  id uuid not null,
  channel text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone,
  what text not null,
  recorded_by jsonb not null,
  ended_by jsonb,
  constraint outage_pkey PRIMARY KEY (id),
  constraint outage_channel_tstzrange_excl EXCLUDE USING gist (channel WITH =, tstzrange(from_at, until_at, '[)'::text) WITH &&),
  constraint outage_channel_check CHECK ((channel = ANY (ARRAY['public-site'::text, 'e-mail'::text, 'post'::text, 'telephone'::text, 'card-payments'::text, 'bank-transfers'::text, 'court-office'::text]))),
  constraint outage_check CHECK ((until_at > from_at))
);

create table penalties.outage_proposal (
  id uuid not null,
  channel text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  answer jsonb,
  constraint outage_proposal_pkey PRIMARY KEY (id),
  constraint outage_proposal_channel_from_at_key UNIQUE (channel, from_at),
  constraint outage_proposal_check CHECK ((until_at > from_at))
);

create table penalties.ownership (
  id uuid not null,
  plate text not null,
  country text,
  standing text not null,
  name text not null,
  registered_number text,
  from_on date not null,
  until_on date,
  shown_by text not null,
  recorded_by jsonb not null,
  recorded_on date not null,
  withdrawn jsonb,
  name_key text generated always as (penalties.name_key(name)) stored,
  registered_key text generated always as (upper(regexp_replace(registered_number, '[^A-Za-z0-9]'::text, ''::text, 'g'::text))) stored,
  constraint ownership_pkey PRIMARY KEY (id),
  constraint ownership_plate_coalesce_daterange_excl EXCLUDE USING gist (plate WITH =, COALESCE(registered_number, name) WITH =, daterange(from_on, until_on, '[]'::text) WITH &&) WHERE ((withdrawn IS NULL)),
  constraint ownership_check CHECK ((until_on >= from_on)),
  constraint ownership_standing_check CHECK ((standing = ANY (ARRAY['owner'::text, 'not-owner'::text])))
);

create table penalties.party_judgement (
  id uuid not null,
  one_party_id uuid not null,
  other_party_id uuid not null,
  same boolean not null,
  reasons text not null,
  judged_by jsonb not null,
  judged_on date not null,
  undone jsonb,
  constraint party_judgement_pkey PRIMARY KEY (id),
  constraint party_judgement_check CHECK ((other_party_id <> one_party_id))
);

create table penalties.pause (
  penalty_id uuid not null,
  document_id text not null,
  clock text not null,
  from_on date not null,
  until_on date,
  cause text not null,
  constraint pause_pkey PRIMARY KEY (penalty_id, document_id, clock),
  constraint pause_penalty_id_clock_daterange_excl EXCLUDE USING gist (penalty_id WITH =, clock WITH =, daterange(from_on, until_on, '[)'::text) WITH &&),
  constraint pause_cause_check CHECK ((cause = 'objection-held'::text)),
  constraint pause_check CHECK ((until_on >= from_on)),
  constraint pause_clock_check CHECK ((clock = 'pay'::text)),
  constraint pause_penalty_id_fkey FOREIGN KEY (penalty_id) REFERENCES penalties.penalty(id)
);

create table penalties.penalty (
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  party_id uuid not null,
  capacity text not null,
  section text not null,
  regime text not null,
  responsible_on date not null,
  entrants integer not null,
  driver_reported boolean not null,
  stage text not null,
  amount_pence bigint,
  proposal jsonb not null,
  decision jsonb,
  notices jsonb not null,
  objection jsonb,
  determination jsonb,
  ended jsonb,
  words tsvector generated always as (to_tsvector('simple'::regconfig, ((((COALESCE((decision ->> 'reasons'::text), ''::text) || ' '::text) || COALESCE((objection ->> 'summary'::text), ''::text)) || ' '::text) || COALESCE((determination ->> 'reasons'::text), ''::text)))) stored,
  constraint penalty_pkey PRIMARY KEY (id),
  constraint penalty_person_id_section_key UNIQUE (person_id, section),
  constraint penalty_amount_pence_check CHECK ((amount_pence >= 0)),
  constraint penalty_check CHECK (((decision IS NULL) OR (((proposal -> 'proposedBy'::text) ->> 'officerId'::text) <> ((decision -> 'decidedBy'::text) ->> 'officerId'::text)))),
  constraint penalty_entrants_check CHECK ((entrants >= 0)),
  constraint penalty_section_check CHECK ((section = ANY (ARRAY['32'::text, '31A'::text]))),
  constraint penalty_stage_check CHECK ((stage = ANY (ARRAY['proposed'::text, 'withdrawn'::text, 'decided'::text, 'none'::text, 'issued'::text, 'objected'::text, 'determined'::text, 'cancelled'::text, 'settled'::text, 'written-off'::text]))),
  constraint penalty_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id),
  constraint penalty_person_id_fkey FOREIGN KEY (person_id) REFERENCES penalties.person(id)
);

create table penalties.person (
  id uuid not null,
  case_id uuid not null,
  party_id uuid not null,
  capacity text not null,
  identity jsonb not null,
  facts jsonb not null,
  registered_key text generated always as (upper(regexp_replace((identity ->> 'registeredNumber'::text), '[^A-Za-z0-9]'::text, ''::text, 'g'::text))) stored,
  removed jsonb,
  name_key text generated always as (penalties.name_key(((COALESCE((identity ->> 'name'::text), ''::text) || ' '::text) || COALESCE((identity ->> 'company'::text), ''::text)))) stored,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_capacity_check CHECK ((capacity = ANY (ARRAY['driver'::text, 'owner'::text, 'hirer'::text, 'operator'::text]))),
  constraint person_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id)
);

create table penalties.person_link (
  id uuid not null,
  case_id uuid not null,
  state jsonb not null,
  constraint person_link_pkey PRIMARY KEY (id),
  constraint person_link_state_check CHECK (((state ->> 'codeHash'::text) ~ '^[0-9a-f]{64}$'::text)),
  constraint person_link_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id)
);

create table penalties.picked (
  officer_id text not null,
  case_id uuid not null,
  constraint picked_pkey PRIMARY KEY (officer_id, case_id),
  constraint picked_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id)
);

create table penalties.queue_day (
  on_day date not null,
  seal text not null,
  queues jsonb not null,
  constraint queue_day_pkey PRIMARY KEY (on_day)
);

create table penalties.recomputation (
  id uuid not null,
  wanted_by jsonb not null,
  wanted_at timestamp with time zone not null,
  after_id uuid,
  asked integer not null,
  differing_count integer not null,
  differing jsonb not null,
  done_at timestamp with time zone,
  constraint recomputation_pkey PRIMARY KEY (id)
);

create table penalties.reference_year (
  year integer not null,
  last integer not null,
  constraint reference_year_pkey PRIMARY KEY (year)
);

create table penalties.representative (
  id uuid not null,
  case_id uuid not null,
  state jsonb not null,
  name_key text generated always as (penalties.name_key(COALESCE((state ->> 'name'::text), ''::text))) stored,
  constraint representative_pkey PRIMARY KEY (id),
  constraint representative_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id)
);

create table penalties.saved_list (
  id uuid not null,
  officer_id text not null,
  officer_name text not null,
  name text not null,
  address text not null,
  for_team boolean not null,
  is_forgotten boolean default false not null,
  constraint saved_list_pkey PRIMARY KEY (id)
);

create table penalties.sister_correction (
  id uuid not null,
  origin_id uuid not null,
  case_id uuid not null,
  cause text not null,
  kind text not null,
  reasons text not null,
  items jsonb not null,
  proposed_by jsonb not null,
  proposed_on date not null,
  answer jsonb,
  results jsonb not null,
  constraint sister_correction_pkey PRIMARY KEY (id),
  constraint agreed_by_another CHECK (((answer IS NULL) OR (NOT ((answer ->> 'agreed'::text))::boolean) OR (((answer -> 'by'::text) ->> 'officerId'::text) <> (proposed_by ->> 'officerId'::text)))),
  constraint sister_correction_cause_check CHECK ((cause = ANY (ARRAY['plate-misread'::text, 'not-theirs'::text, 'same-finding'::text]))),
  constraint sister_correction_kind_check CHECK ((kind = ANY (ARRAY['cancel'::text, 'reduce'::text]))),
  constraint sister_correction_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id),
  constraint sister_correction_origin_id_fkey FOREIGN KEY (origin_id) REFERENCES penalties.penalty(id)
);

create table penalties.sweep (
  swept_on date not null,
  at timestamp with time zone not null,
  took_ms integer not null,
  cases integer not null,
  differences jsonb not null,
  stuck jsonb not null,
  lapsed jsonb not null,
  constraint sweep_pkey PRIMARY KEY (swept_on)
);

create table penalties.team_member (
  id text not null,
  name text not null,
  languages text[] not null,
  share_percent integer not null,
  absences jsonb not null,
  constraint team_member_pkey PRIMARY KEY (id),
  constraint team_member_share_percent_check CHECK (((share_percent >= 0) AND (share_percent <= 100)))
);

create table penalties.waiting (
  id bigint generated always as identity not null,
  case_id uuid not null,
  code text not null,
  about text not null,
  roles text[] not null,
  by_on date,
  began_on date not null,
  ended_on date,
  ended_by text,
  constraint waiting_pkey PRIMARY KEY (id),
  constraint waiting_check CHECK ((ended_on >= began_on)),
  constraint waiting_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id)
);

create table penalties.work (
  case_id uuid not null,
  weight integer not null,
  languages text[] not null,
  constraint work_pkey PRIMARY KEY (case_id),
  constraint work_weight_check CHECK ((weight > 0)),
  constraint work_case_id_fkey FOREIGN KEY (case_id) REFERENCES penalties."case"(id)
);

create table penalties.work_due (
  id bigint generated always as identity not null,
  case_id uuid not null,
  constraint work_due_pkey PRIMARY KEY (id)
);

create table platform.demo_calendar (
  only_row boolean default true not null,
  days_ahead integer not null,
  constraint demo_calendar_pkey PRIMARY KEY (only_row),
  constraint demo_calendar_days_ahead_check CHECK (((days_ahead >= 0) AND (days_ahead <= 3650))),
  constraint demo_calendar_only_row_check CHECK (only_row)
);

create table platform.heartbeat (
  site text not null,
  stream text not null,
  beat bigint not null,
  at timestamp with time zone not null,
  history_seq bigint not null,
  arrived_at timestamp with time zone not null,
  incarnation integer default 1 not null,
  page bigint default 0 not null,
  heard jsonb default '{}'::jsonb not null,
  constraint heartbeat_pkey PRIMARY KEY (site, stream),
  constraint heartbeat_stream_check CHECK ((stream = ANY (ARRAY['alerts'::text, 'rest'::text, 'images'::text])))
);

create table platform.incarnation (
  number integer not null,
  began_at timestamp with time zone not null,
  why text not null,
  constraint incarnation_pkey PRIMARY KEY (number)
);

create table platform.invitation (
  token_sha256 text not null,
  place text not null,
  name text not null,
  zone text not null,
  invited_by text not null,
  invited_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  used_by_fingerprint text,
  constraint invitation_pkey PRIMARY KEY (token_sha256)
);

create table platform.joined_peer (
  peer text not null,
  peer_incarnation integer not null,
  own_incarnation integer not null,
  joined_at timestamp with time zone not null,
  constraint joined_peer_pkey PRIMARY KEY (peer)
);

create table platform.link_event (
  id bigint generated always as identity not null,
  peer text not null,
  lane text not null,
  name text not null,
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  about jsonb not null,
  constraint link_event_pkey PRIMARY KEY (id)
);

create table platform.migration (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone default now() not null,
  constraint migration_pkey PRIMARY KEY (name)
);

create table platform.peer (
  peer text not null,
  url text not null,
  joined_at timestamp with time zone not null,
  constraint peer_pkey PRIMARY KEY (peer)
);

create table platform.peer_certificate (
  peer text not null,
  fingerprint text not null,
  known_since timestamp with time zone not null,
  told_by text not null,
  constraint peer_certificate_pkey PRIMARY KEY (peer, fingerprint),
  constraint peer_certificate_fingerprint_check CHECK ((fingerprint ~ '^[0-9a-f]{64}$'::text))
);

create table platform.place (
  id text not null,
  site text not null,
  name text not null,
  zone text not null,
  joined_at timestamp with time zone not null,
  left_at timestamp with time zone,
  constraint place_pkey PRIMARY KEY (id),
  constraint place_id_check CHECK ((id ~ '^[a-z][a-z0-9]{1,30}$'::text)),
  constraint place_site_check CHECK ((site = 'centre'::text))
);

create table platform.proof_found (
  site text not null,
  of_table text not null,
  range bigint not null,
  lane text not null,
  incarnation integer not null,
  page bigint not null,
  columns text[] not null,
  rows_there bigint not null,
  digest_there text not null,
  rows_here bigint,
  verdict text not null,
  checked_at timestamp with time zone,
  constraint proof_found_pkey PRIMARY KEY (site, of_table, range),
  constraint proof_found_verdict_check CHECK ((verdict = ANY (ARRAY['to-check'::text, 'proven'::text, 'missing'::text, 'doubled'::text, 'altered'::text])))
);

create table platform.proof_page (
  site text not null,
  lane text not null,
  incarnation integer not null,
  number bigint not null,
  at timestamp with time zone not null,
  claims jsonb not null,
  constraint proof_page_pkey PRIMARY KEY (site, lane, incarnation, number)
);

create table platform.proof_read (
  site text not null,
  lane text not null,
  incarnation integer not null,
  number bigint not null,
  at timestamp with time zone,
  constraint proof_read_pkey PRIMARY KEY (site, lane)
);

create table platform.proof_touch (
  site text not null,
  lane text not null,
  number bigint generated always as identity not null,
  of_table text not null,
  range bigint not null,
  at timestamp with time zone default clock_timestamp() not null,
  constraint proof_touch_pkey PRIMARY KEY (site, lane, number)
);

create table platform.set_aside (
  id bigint generated always as identity not null,
  of_table text not null,
  contents jsonb not null,
  why text not null,
  at timestamp with time zone not null,
  by_name text not null,
  constraint set_aside_pkey PRIMARY KEY (id)
);

create table platform.site_condition (
  site text not null,
  name text not null,
  since timestamp with time zone not null,
  constraint site_condition_pkey PRIMARY KEY (site, name)
);

create table release.item (
  id uuid not null,
  partner_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  stage text not null,
  message_id uuid not null,
  number bigint not null,
  body_sha256 text,
  rule_version integer not null,
  begun_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  because text,
  reason text,
  escalated_to text,
  escalated_at timestamp with time zone,
  held_before boolean default false not null,
  constraint item_pkey PRIMARY KEY (id),
  constraint item_partner_id_kind_subject_id_key UNIQUE (partner_id, kind, subject_id),
  constraint item_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES release.partner(id)
);

create table release.lane (
  partner_id uuid not null,
  last_number bigint default 0 not null,
  failures integer default 0 not null,
  next_try_at timestamp with time zone,
  last_fault text,
  last_answered_at timestamp with time zone,
  swept_for text,
  canaries_judged_at timestamp with time zone,
  canary_asked_on date,
  canary_alarm text,
  constraint lane_pkey PRIMARY KEY (partner_id),
  constraint lane_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES release.partner(id)
);

create table release.marking (
  subject_id uuid not null,
  subject text not null,
  marking text not null,
  partner_ids uuid[],
  constraint marking_pkey PRIMARY KEY (subject_id),
  constraint marking_subject_check CHECK ((subject = ANY (ARRAY['list'::text, 'entry'::text])))
);

create table release.own_key (
  number integer not null,
  since timestamp with time zone not null,
  shown_at timestamp with time zone,
  constraint own_key_pkey PRIMARY KEY (number),
  constraint own_key_number_check CHECK ((number > 0))
);

create table release.partner (
  id uuid not null,
  name text not null,
  agency text not null,
  ring text not null,
  registered_by text not null,
  stopped_through integer not null,
  successors jsonb default '[]'::jsonb not null,
  own_key integer,
  constraint partner_pkey PRIMARY KEY (id),
  constraint partner_ring_check CHECK ((ring = ANY (ARRAY['uk'::text, 'fr'::text])))
);

create table release.queue (
  id bigint generated always as identity not null,
  written_in xid8 default pg_current_xact_id() not null,
  written_at timestamp with time zone default clock_timestamp() not null,
  partner_id uuid not null,
  subject text not null,
  subject_id uuid not null,
  constraint queue_pkey PRIMARY KEY (id),
  constraint queue_subject_check CHECK ((subject = ANY (ARRAY['hit'::text, 'entry'::text, 'canary'::text])))
);

create table release.received (
  id uuid not null,
  partner_id uuid not null,
  item uuid not null,
  kind text not null,
  message_id uuid not null,
  number bigint not null,
  body_sha256 text not null,
  stage text not null,
  entry_id uuid,
  told_at timestamp with time zone not null,
  constraint received_pkey PRIMARY KEY (id),
  constraint received_partner_id_item_key UNIQUE (partner_id, item),
  constraint received_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES release.partner(id)
);

create table release.received_body (
  received_id uuid not null,
  facts jsonb not null,
  marking text not null,
  legal_basis text not null,
  keep_until date not null,
  constraint received_body_pkey PRIMARY KEY (received_id),
  constraint received_body_received_id_fkey FOREIGN KEY (received_id) REFERENCES release.received(id)
);

create table release.rule (
  id uuid not null,
  partner_id uuid not null,
  version integer not null,
  terms jsonb not null,
  status text not null,
  proposed_by text not null,
  proposed_by_name text not null,
  proposed_at timestamp with time zone not null,
  answered_by text,
  answered_by_name text,
  answered_at timestamp with time zone,
  constraint rule_pkey PRIMARY KEY (id),
  constraint rule_partner_id_version_key UNIQUE (partner_id, version),
  constraint rule_check CHECK (((status = 'proposed'::text) = (answered_by IS NULL))),
  constraint rule_check1 CHECK ((answered_by IS DISTINCT FROM proposed_by)),
  constraint rule_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'approved'::text, 'refused'::text]))),
  constraint rule_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES release.partner(id)
);

create table watchlists.entry (
  id uuid not null,
  site text not null,
  list_id uuid not null,
  plate text not null,
  country text,
  reason_en text not null,
  reason_fr text not null,
  handling text not null,
  markers text[] not null,
  ports text[] not null,
  starts_on date not null,
  last_day_on date not null,
  review_on date not null,
  status text not null,
  added_by text not null,
  confirmed_by text,
  withdrawn_at timestamp with time zone,
  constraint entry_pkey PRIMARY KEY (id),
  constraint entry_check CHECK ((starts_on <= last_day_on)),
  constraint entry_handling_check CHECK ((handling = ANY (ARRAY['observe'::text, 'check'::text, 'stop'::text, 'do-not-stop'::text]))),
  constraint entry_site_check CHECK ((site = 'centre'::text)),
  constraint entry_status_check CHECK ((status = ANY (ARRAY['active'::text, 'withdrawn'::text]))),
  constraint entry_list_id_fkey FOREIGN KEY (list_id) REFERENCES watchlists.list(id)
);

create table watchlists.error_matrix (
  id uuid not null,
  site text not null,
  version integer not null,
  port text,
  counts jsonb not null,
  status text not null,
  put_in_force_by text not null,
  put_in_force_at timestamp with time zone not null,
  taken_out_by text,
  camera text,
  constraint error_matrix_pkey PRIMARY KEY (id),
  constraint error_matrix_version_key UNIQUE (version),
  constraint error_matrix_check CHECK (((camera IS NULL) OR (port IS NOT NULL))),
  constraint error_matrix_site_check CHECK ((site = 'centre'::text)),
  constraint error_matrix_status_check CHECK ((status = ANY (ARRAY['in-force'::text, 'taken-out'::text]))),
  constraint error_matrix_version_check CHECK ((version > 0))
);

create table watchlists.held (
  site text not null,
  number bigint not null,
  held_at timestamp with time zone not null,
  proven_number bigint,
  entries bigint,
  content numeric,
  constraint held_pkey PRIMARY KEY (site)
);

create table watchlists.list (
  id uuid not null,
  site text not null,
  name_en text not null,
  name_fr text not null,
  owner text not null,
  legal_basis text not null,
  purpose_en text not null,
  purpose_fr text not null,
  constraint list_pkey PRIMARY KEY (id),
  constraint list_site_check CHECK ((site = 'centre'::text))
);

create table watchlists.list_tiers (
  list_id uuid not null,
  site text not null,
  certain_per_million double precision not null,
  probable_per_million double precision not null,
  certain_cost_max double precision not null,
  probable_cost_max double precision not null,
  set_by text not null,
  set_at timestamp with time zone not null,
  constraint list_tiers_pkey PRIMARY KEY (list_id),
  constraint list_tiers_certain_per_million_check CHECK ((certain_per_million >= (0)::double precision)),
  constraint list_tiers_check CHECK ((probable_per_million >= certain_per_million)),
  constraint list_tiers_check1 CHECK ((probable_cost_max >= certain_cost_max)),
  constraint list_tiers_site_check CHECK ((site = 'centre'::text))
);

create table watchlists.looked_back (
  port text not null,
  entry_id uuid not null,
  first_looked_at timestamp with time zone not null,
  settled boolean not null,
  constraint looked_back_pkey PRIMARY KEY (port, entry_id)
);

create table watchlists.version (
  site text not null,
  number bigint not null,
  changed_at timestamp with time zone not null,
  constraint version_pkey PRIMARY KEY (site)
);

-- Partitions

create table arrivals.crossing_plate_rest partition of arrivals.crossing_plate DEFAULT;

create table arrivals.crossing_rest partition of arrivals.crossing DEFAULT;

create table arrivals.image_rest partition of arrivals.image DEFAULT;

create table arrivals.plate_read_rest partition of arrivals.plate_read DEFAULT;

-- Views

create view watchlists.entry_usefulness as
 SELECT entry_id,
    (count(*))::integer AS hits,
    (count(*) FILTER (WHERE (status = 'confirmed'::text)))::integer AS confirmed,
    (count(*) FILTER (WHERE (status = 'dismissed'::text)))::integer AS dismissed,
    (count(*) FILTER (WHERE (status = ANY (ARRAY['raised'::text, 'acknowledged'::text]))))::integer AS open,
    max(raised_at) AS last_hit_at,
    ( SELECT COALESCE(jsonb_object_agg(by_code.code, by_code.times), '{}'::jsonb) AS "coalesce"
           FROM ( SELECT inside.dismissed_as AS code,
                    count(*) AS times
                   FROM arrivals.hit inside
                  WHERE ((inside.entry_id = hit.entry_id) AND (inside.status = 'dismissed'::text))
                  GROUP BY inside.dismissed_as) by_code) AS dismissed_as,
    (count(*) FILTER (WHERE (EXISTS ( SELECT
           FROM examinations.search s
          WHERE ((s.crossing_id = hit.crossing_id) AND (s.stage = 'ended'::text))))))::integer AS searched,
    (count(*) FILTER (WHERE (EXISTS ( SELECT
           FROM examinations.search s
          WHERE ((s.crossing_id = hit.crossing_id) AND (s.outcome = 'people-found'::text))))))::integer AS found
   FROM arrivals.hit hit
  WHERE (status <> 'superseded'::text)
  GROUP BY entry_id;

create view watchlists.passing_plate as
 SELECT id,
    site,
    plate,
    country,
    seen_at
   FROM arrivals.crossing_plate;

create view watchlists.plate_truth as
 SELECT hit.site,
    told."cameraId" AS camera_id,
    told.plate AS read_as,
        CASE
            WHEN (hit.status = 'confirmed'::text) THEN hit.listed_plate
            ELSE hit.true_plate
        END AS truth,
    hit.handled_at AS said_at
   FROM (arrivals.hit hit
     CROSS JOIN LATERAL jsonb_to_recordset((hit.explained -> 'reads'::text)) told("cameraId" text, plate text))
  WHERE ((((hit.status = 'confirmed'::text) AND (POSITION(('#'::text) IN (hit.listed_plate)) = 0)) OR ((hit.status = 'dismissed'::text) AND (hit.true_plate IS NOT NULL))) AND (NOT (EXISTS ( SELECT
           FROM arrivals.plate_correction later
          WHERE (later.id = hit.plate_id)))))
UNION ALL
 SELECT plate_correction.site,
    told."cameraId" AS camera_id,
    told.plate AS read_as,
    plate_correction.true_plate AS truth,
    plate_correction.corrected_at AS said_at
   FROM (arrivals.plate_correction
     CROSS JOIN LATERAL jsonb_to_recordset(plate_correction.reads) told("cameraId" text, plate text));

-- Indexes

CREATE UNIQUE INDEX camera_fault_open ON arrivals.camera_fault USING btree (camera_id, kind) WHERE (ended_at IS NULL);

CREATE INDEX crossing_by_lane ON ONLY arrivals.crossing USING btree (site, lane, last_seen_at DESC);

CREATE INDEX crossing_by_time ON ONLY arrivals.crossing USING btree (site, last_seen_at DESC);

CREATE INDEX crossing_plate_folded ON ONLY arrivals.crossing_plate USING btree (translate(plate, 'ODQILZSBGV'::text, '000112586U'::text) text_pattern_ops, seen_at DESC);

CREATE INDEX crossing_plate_of_crossing ON ONLY arrivals.crossing_plate USING btree (crossing_id, id);

CREATE INDEX crossing_plate_rest_by_parts ON arrivals.crossing_plate_rest USING gin (translate(plate, 'ODQILZSBGV'::text, '000112586U'::text) public.gin_trgm_ops);

CREATE INDEX evidence_due ON arrivals.evidence USING btree (site, delete_on);

CREATE INDEX evidence_pictures ON arrivals.evidence USING gin (images jsonb_path_ops);

CREATE INDEX hit_by_crossing ON arrivals.hit USING btree (crossing_id);

CREATE INDEX hit_by_entry ON arrivals.hit USING btree (entry_id);

CREATE INDEX hit_by_listed_plate ON arrivals.hit USING btree (listed_plate);

CREATE INDEX hit_by_plate ON arrivals.hit USING btree (plate);

CREATE INDEX hit_confirmed ON arrivals.hit USING btree (crossing_id) WHERE (status = 'confirmed'::text);

CREATE INDEX hit_open ON arrivals.hit USING btree (site, raised_at DESC) WHERE (status = ANY (ARRAY['raised'::text, 'acknowledged'::text]));

CREATE INDEX hit_unanswered ON arrivals.hit USING btree (site, raised_at) WHERE ((status = 'raised'::text) AND (escalated_at IS NULL));

CREATE INDEX image_by_hash ON ONLY arrivals.image USING btree (sha256);

CREATE INDEX picture_copy_by_hash ON arrivals.picture_copy USING btree (sha256, answered_at DESC);

CREATE INDEX picture_request_waiting ON arrivals.picture_request USING btree (of_site, asked_at);

CREATE INDEX plate_correction_by_crossing ON arrivals.plate_correction USING btree (crossing_id);

CREATE INDEX plate_correction_by_time ON arrivals.plate_correction USING btree (site, corrected_at);

CREATE INDEX plate_read_by_arrival ON ONLY arrivals.plate_read USING brin (received_at);

CREATE INDEX plate_read_by_time ON ONLY arrivals.plate_read USING btree (site, captured_at);

CREATE INDEX history_request_waiting ON coordination.history_request USING btree (requested_at) WHERE (status = 'waiting'::text);

CREATE INDEX victim_contact_by_plate ON coordination.victim_contact USING btree (plate, contacted_at DESC);

CREATE INDEX counted_by_year ON engagement.counted USING btree (counted_on, measure);

CREATE INDEX detection_at_port ON examinations.detection USING btree (site, stage, started_at);

CREATE INDEX detection_of_search ON examinations.detection USING btree (search_id) WHERE (search_id IS NOT NULL);

CREATE INDEX detection_of_tractor ON examinations.detection USING btree (((vehicle ->> 'tractorPlate'::text)));

CREATE INDEX detection_of_trailer ON examinations.detection USING btree (((vehicle ->> 'trailerPlate'::text)));

CREATE INDEX search_at_port ON examinations.search USING btree (site, stage, opened_at);

CREATE INDEX search_of_crossing ON examinations.search USING btree (crossing_id) WHERE (crossing_id IS NOT NULL);

CREATE INDEX search_of_tractor ON examinations.search USING btree (tractor_plate) WHERE (tractor_plate IS NOT NULL);

CREATE INDEX search_of_trailer ON examinations.search USING btree (trailer_plate) WHERE (trailer_plate IS NOT NULL);

CREATE INDEX entry_by_person ON history.entry USING btree (by_id, at);

CREATE INDEX entry_by_stream ON history.entry USING btree (stream, version);

CREATE INDEX entry_by_time ON history.entry USING btree (at);

CREATE INDEX account_by_payment ON ledger.account USING btree (payment_id);

CREATE INDEX account_by_penalty ON ledger.account USING btree (penalty_id);

CREATE INDEX bank_entry_of_file ON ledger.bank_entry USING btree (file_id);

CREATE INDEX bank_entry_waiting ON ledger.bank_entry USING btree (stage, booked_on, id);

CREATE INDEX bank_file_by_time ON ledger.bank_file USING btree (brought_at DESC);

CREATE INDEX card_dispute_of_case ON ledger.card_dispute USING btree (case_id);

CREATE INDEX card_dispute_of_payment ON ledger.card_dispute USING btree (payment_id);

CREATE INDEX card_payment_booked_as ON ledger.card_payment USING btree (booked_as);

CREATE INDEX card_payment_of_link ON ledger.card_payment USING btree (link_id, asked_at DESC);

CREATE INDEX card_refund_of_payment ON ledger.card_refund USING btree (payment_id);

CREATE INDEX card_refund_under_way ON ledger.card_refund USING btree (looked_at) WHERE (status = ANY (ARRAY['asked'::text, 'submitted'::text]));

CREATE INDEX debt_by_amount ON ledger.account USING btree (balance_pence) WHERE ((kind = 'debt'::text) AND (balance_pence > 0));

CREATE INDEX enforcement_step_of_case ON ledger.enforcement_step USING btree (case_id);

CREATE INDEX hold_by_case ON ledger.recovery_hold USING btree (case_id);

CREATE UNIQUE INDEX instalment_plan_in_force ON ledger.instalment_plan USING btree (penalty_id) WHERE (ended IS NULL);

CREATE INDEX instalment_plan_of_case ON ledger.instalment_plan USING btree (case_id);

CREATE INDEX journal_by_time ON ledger.journal USING btree (at DESC, id DESC);

CREATE INDEX pay_link_of_penalty ON ledger.pay_link USING btree (penalty_id);

CREATE INDEX payment_by_case ON ledger.payment USING btree (case_id);

CREATE INDEX posting_by_account ON ledger.posting USING btree (account_id);

CREATE UNIQUE INDEX statement_taken_in_once ON ledger.bank_file USING btree (account, statement_id) WHERE (taken_in IS NOT NULL);

CREATE INDEX write_off_by_stage ON ledger.write_off USING btree (stage, class);

CREATE INDEX write_off_of_case ON ledger.write_off USING btree (case_id);

CREATE UNIQUE INDEX write_off_waiting ON ledger.write_off USING btree (penalty_id) WHERE (stage = 'proposed'::text);

CREATE INDEX dispatch_by_case ON notice.dispatch USING btree (case_id);

CREATE INDEX dispatch_by_document ON notice.dispatch USING btree (document_id);

CREATE INDEX dispatch_by_penalty ON notice.dispatch USING btree (penalty_id);

CREATE INDEX dispatch_by_stage ON notice.dispatch USING btree (stage, id);

CREATE INDEX document_by_penalty ON notice.document USING btree (penalty_id, created_at);

CREATE INDEX document_by_reference ON notice.document USING btree (((facts ->> 'reference'::text)));

CREATE INDEX document_by_words ON notice.document USING gin (words);

CREATE INDEX letter_in_batch_of ON notice.letter_in_batch USING btree (batch_id);

CREATE INDEX print_batch_waits ON notice.print_batch USING btree (number) WHERE (posted IS NULL);

CREATE INDEX returned_letter_by_case ON notice.returned_letter USING btree (case_id);

CREATE INDEX returned_letter_open ON notice.returned_letter USING btree (returned_on, id) WHERE (settled IS NULL);

CREATE INDEX returned_letter_open_by_party ON notice.returned_letter USING btree (party_id) WHERE (settled IS NULL);

CREATE INDEX allocation_by_time ON penalties.allocation USING btree (at);

CREATE INDEX allocation_passed ON penalties.allocation USING btree (officer_id, case_id) WHERE (how = 'passed'::text);

CREATE INDEX appeal_by_claim ON penalties.appeal USING btree (upper(claim_number));

CREATE INDEX appeal_by_words ON penalties.appeal USING gin (words);

CREATE INDEX appeal_follows ON penalties.appeal USING btree (follows) WHERE (follows IS NOT NULL);

CREATE INDEX appeal_of_case ON penalties.appeal USING btree (case_id);

CREATE UNIQUE INDEX appeal_open ON penalties.appeal USING btree (penalty_id) WHERE (conclusion IS NULL);

CREATE INDEX bulk_act_newest ON penalties.bulk_act USING btree (prepared_at DESC);

CREATE INDEX bulk_act_under_way ON penalties.bulk_act USING btree (id) WHERE (stage = ANY (ARRAY['prepared'::text, 'approved'::text, 'running'::text, 'undoing'::text]));

CREATE INDEX case_by_number ON penalties."case" USING btree ("right"(reference, 6));

CREATE INDEX case_by_plate ON penalties."case" USING gin (plates public.gin_trgm_ops);

CREATE INDEX case_by_stage ON penalties."case" USING btree (stage, opened_on);

CREATE INDEX case_by_tractor ON penalties."case" USING btree (((incident #>> '{tractor,registration}'::text[])), occurred_on);

CREATE INDEX case_by_trailer ON penalties."case" USING btree (((incident #>> '{trailer,registration}'::text[])), occurred_on);

CREATE INDEX case_closed ON penalties."case" USING btree (closed_on) WHERE (closed_on IS NOT NULL);

CREATE INDEX case_link_of_case ON penalties.case_link USING btree (case_id);

CREATE INDEX case_link_of_other ON penalties.case_link USING btree (other_case_id);

CREATE INDEX case_of_reporter ON penalties."case" USING btree (id) WHERE ((incident #>> '{selfReport,raisedBy}'::text[]) = 'driver'::text);

CREATE INDEX case_opened ON penalties."case" USING btree (opened_on);

CREATE INDEX case_restricted ON penalties."case" USING btree (id) WHERE (only_for IS NOT NULL);

CREATE INDEX decided_facts_by_kind ON penalties.decided_facts USING btree (section, capacity, decided_on DESC);

CREATE INDEX detention_not_over ON penalties.detention USING btree (detained_on) WHERE (stage = ANY (ARRAY['held'::text, 'sold'::text]));

CREATE INDEX detention_of_case ON penalties.detention USING btree (case_id);

CREATE INDEX evidence_by_hash ON penalties.evidence USING btree (((state #>> '{file,sha256}'::text[])));

CREATE INDEX evidence_by_words ON penalties.evidence USING gin (words);

CREATE INDEX evidence_of_case ON penalties.evidence USING btree (case_id);

CREATE UNIQUE INDEX evidence_once ON penalties.evidence USING btree (case_id, ((state #>> '{file,sha256}'::text[]))) WHERE ((state ->> 'withdrawn'::text) IS NULL);

CREATE INDEX evidence_text_by_words ON penalties.evidence_text USING gin (words);

CREATE INDEX flag_of_case ON penalties.flag USING btree (case_id);

CREATE INDEX import_batch_under_way ON penalties.import_batch USING btree (id) WHERE ((agreed IS NOT NULL) AND (run IS NULL));

CREATE INDEX imported_by_reference ON penalties.imported USING btree (old_reference);

CREATE INDEX information_request_by_words ON penalties.information_request USING gin (words);

CREATE INDEX information_request_of_case ON penalties.information_request USING btree (case_id);

CREATE UNIQUE INDEX judged_once ON penalties.party_judgement USING btree (LEAST(one_party_id, other_party_id), GREATEST(one_party_id, other_party_id)) WHERE (undone IS NULL);

CREATE INDEX judgement_by_one ON penalties.party_judgement USING btree (one_party_id) WHERE (same AND (undone IS NULL));

CREATE INDEX judgement_by_other ON penalties.party_judgement USING btree (other_party_id) WHERE (same AND (undone IS NULL));

CREATE INDEX likely_party_of_other ON penalties.likely_party USING btree (other_person_id);

CREATE INDEX line_by_incident ON penalties.nearest_day USING btree (occurred_on, case_id) INCLUDE (stage, port, caseworker_id, last_day);

CREATE INDEX line_by_reference ON penalties.nearest_day USING btree (reference) INCLUDE (case_id, stage, port, caseworker_id, last_day);

CREATE INDEX line_by_stage ON penalties.nearest_day USING btree (stage, opened_on, case_id) INCLUDE (port, caseworker_id, last_day);

CREATE INDEX line_first ON penalties.nearest_day USING btree (first_on, case_id) WHERE (first_on IS NOT NULL);

CREATE INDEX line_in_stage ON penalties.nearest_day USING btree (stage, last_day, case_id) INCLUDE (port, caseworker_id);

CREATE INDEX line_latest ON penalties.nearest_day USING btree (last_day DESC NULLS LAST, case_id DESC) INCLUDE (stage, port, caseworker_id);

CREATE INDEX line_of_caseworker ON penalties.nearest_day USING btree (caseworker_id, last_day, case_id) INCLUDE (stage, port) WHERE (stage <> 'closed'::text);

CREATE INDEX line_soonest ON penalties.nearest_day USING btree (last_day, case_id) INCLUDE (stage, port, caseworker_id);

CREATE INDEX note_by_words ON penalties.note USING gin (words);

CREATE INDEX note_of_case ON penalties.note USING btree (case_id);

CREATE UNIQUE INDEX one_recomputation_at_a_time ON penalties.recomputation USING btree ((true)) WHERE (done_at IS NULL);

CREATE INDEX outage_by_time ON penalties.outage USING btree (from_at DESC);

CREATE INDEX ownership_by_plate ON penalties.ownership USING btree (plate);

CREATE INDEX penalty_by_case ON penalties.penalty USING btree (case_id);

CREATE INDEX penalty_by_words ON penalties.penalty USING gin (words);

CREATE INDEX penalty_determined ON penalties.penalty USING btree (id) WHERE (determination IS NOT NULL);

CREATE INDEX penalty_first_issued ON penalties.penalty USING btree ((((notices -> 0) ->> 'issuedOn'::text))) WHERE (notices <> '[]'::jsonb);

CREATE INDEX penalty_objected ON penalties.penalty USING btree (((objection ->> 'receivedOn'::text))) WHERE (objection IS NOT NULL);

CREATE INDEX penalty_of_reporter ON penalties.penalty USING btree (id) WHERE driver_reported;

CREATE INDEX penalty_time_agreed ON penalties.penalty USING btree (((objection ->> 'receivedOn'::text))) WHERE ((objection ->> 'decideByAgreedOn'::text) IS NOT NULL);

CREATE INDEX penalty_told ON penalties.penalty USING btree (((determination ->> 'toldOn'::text))) WHERE (determination IS NOT NULL);

CREATE INDEX person_by_bare_number ON penalties.person USING btree (penalties.bare_number(registered_key), id) WHERE (registered_key <> ''::text);

CREATE INDEX person_by_case ON penalties.person USING btree (case_id);

CREATE INDEX person_by_name ON penalties.person USING gin (name_key public.gin_trgm_ops);

CREATE INDEX person_by_number ON penalties.person USING btree (registered_key) WHERE (registered_key <> ''::text);

CREATE INDEX person_by_party ON penalties.person USING btree (party_id);

CREATE UNIQUE INDEX person_link_by_code ON penalties.person_link USING btree (((state ->> 'codeHash'::text)));

CREATE INDEX person_link_of_case ON penalties.person_link USING btree (case_id);

CREATE UNIQUE INDEX person_once ON penalties.person USING btree (case_id, party_id, capacity) WHERE (removed IS NULL);

CREATE INDEX representative_by_name ON penalties.representative USING gin (name_key public.gin_trgm_ops);

CREATE INDEX representative_of_case ON penalties.representative USING btree (case_id);

CREATE UNIQUE INDEX saved_list_once ON penalties.saved_list USING btree (officer_id, name) WHERE (NOT is_forgotten);

CREATE INDEX sister_correction_by_origin ON penalties.sister_correction USING btree (origin_id);

CREATE INDEX waiting_begun ON penalties.waiting USING btree (began_on);

CREATE INDEX waiting_by_code ON penalties.waiting USING btree (code, case_id) WHERE (ended_on IS NULL);

CREATE INDEX waiting_ended ON penalties.waiting USING btree (ended_on) WHERE (ended_on IS NOT NULL);

CREATE UNIQUE INDEX waiting_now ON penalties.waiting USING btree (case_id, code, about) WHERE (ended_on IS NULL);

CREATE INDEX waiting_open ON penalties.waiting USING btree (code, by_on) INCLUDE (began_on) WHERE (ended_on IS NULL);

CREATE INDEX link_event_by_time ON platform.link_event USING btree (began_at DESC);

CREATE UNIQUE INDEX link_event_standing ON platform.link_event USING btree (peer, lane, name) WHERE (ended_at IS NULL);

CREATE INDEX proof_found_oldest ON platform.proof_found USING btree (checked_at) WHERE (verdict = 'proven'::text);

CREATE INDEX proof_found_open ON platform.proof_found USING btree (site, lane, page) WHERE (verdict <> 'proven'::text);

CREATE INDEX proof_touch_by_range ON platform.proof_touch USING btree (site, of_table, range);

CREATE INDEX item_by_stage ON release.item USING btree (partner_id, stage);

CREATE INDEX item_by_subject ON release.item USING btree (subject_id);

CREATE INDEX queue_by_subject ON release.queue USING btree (partner_id, subject, subject_id);

CREATE INDEX queue_in_order ON release.queue USING btree (partner_id, written_in, id);

CREATE UNIQUE INDEX rule_one_proposed ON release.rule USING btree (partner_id) WHERE (status = 'proposed'::text);

CREATE INDEX entry_by_list ON watchlists.entry USING btree (list_id, status);

CREATE INDEX entry_by_plate ON watchlists.entry USING btree (plate);

-- Triggers

CREATE TRIGGER camera_fault_is_announced AFTER INSERT OR UPDATE ON arrivals.camera_fault FOR EACH ROW EXECUTE FUNCTION arrivals.announce_camera();
alter table arrivals.camera_fault enable always trigger camera_fault_is_announced;

CREATE TRIGGER crossing_is_announced AFTER INSERT OR UPDATE ON arrivals.crossing FOR EACH ROW EXECUTE FUNCTION arrivals.announce_crossing();
alter table arrivals.crossing enable always trigger crossing_is_announced;

CREATE TRIGGER crossing_is_announced AFTER INSERT OR UPDATE ON arrivals.crossing_rest FOR EACH ROW EXECUTE FUNCTION arrivals.announce_crossing();
alter table arrivals.crossing_rest enable always trigger crossing_is_announced;

CREATE TRIGGER hit_is_announced AFTER INSERT OR UPDATE ON arrivals.hit FOR EACH ROW EXECUTE FUNCTION arrivals.announce_hit();
alter table arrivals.hit enable always trigger hit_is_announced;

CREATE TRIGGER hit_is_judged AFTER INSERT OR DELETE OR UPDATE ON arrivals.hit FOR EACH ROW EXECUTE FUNCTION release.queue_subject('hit');
alter table arrivals.hit enable always trigger hit_is_judged;

CREATE TRIGGER picture_copy_is_announced AFTER INSERT OR UPDATE ON arrivals.picture_copy FOR EACH ROW EXECUTE FUNCTION arrivals.announce_picture();
alter table arrivals.picture_copy enable always trigger picture_copy_is_announced;

CREATE TRIGGER picture_request_is_announced AFTER INSERT OR UPDATE ON arrivals.picture_request FOR EACH ROW EXECUTE FUNCTION arrivals.announce_picture();
alter table arrivals.picture_request enable always trigger picture_request_is_announced;

CREATE TRIGGER detection_is_announced AFTER INSERT OR UPDATE ON examinations.detection FOR EACH ROW EXECUTE FUNCTION examinations.announce('detection');
alter table examinations.detection enable always trigger detection_is_announced;

CREATE TRIGGER search_is_announced AFTER INSERT OR UPDATE ON examinations.search FOR EACH ROW EXECUTE FUNCTION examinations.announce('search');
alter table examinations.search enable always trigger search_is_announced;

CREATE TRIGGER entry_is_announced AFTER INSERT ON history.entry FOR EACH ROW EXECUTE FUNCTION history.announce();
alter table history.entry enable always trigger entry_is_announced;

CREATE TRIGGER entry_is_kept BEFORE DELETE OR UPDATE ON history.entry FOR EACH ROW EXECUTE FUNCTION history.refuse_change();

CREATE TRIGGER account_is_due AFTER INSERT OR UPDATE ON ledger.account FOR EACH ROW EXECUTE FUNCTION penalties.note_work('penalty');

CREATE TRIGGER balance_moves_by_posting BEFORE DELETE OR UPDATE ON ledger.account FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION ledger.refuse_change();

CREATE TRIGGER card_dispute_is_due AFTER INSERT OR UPDATE ON ledger.card_dispute FOR EACH ROW EXECUTE FUNCTION penalties.note_work();

CREATE TRIGGER enforcement_step_is_due AFTER INSERT OR UPDATE ON ledger.enforcement_step FOR EACH ROW EXECUTE FUNCTION penalties.note_work();

CREATE TRIGGER instalment_plan_is_due AFTER INSERT OR UPDATE ON ledger.instalment_plan FOR EACH ROW EXECUTE FUNCTION penalties.note_work();

CREATE CONSTRAINT TRIGGER journal_balances AFTER INSERT ON ledger.journal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger.must_balance();

CREATE TRIGGER journal_is_kept BEFORE DELETE OR UPDATE ON ledger.journal FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();

CREATE TRIGGER payment_is_due AFTER INSERT OR UPDATE ON ledger.payment FOR EACH ROW EXECUTE FUNCTION penalties.note_work();

CREATE TRIGGER ledger_is_not_emptied BEFORE TRUNCATE ON ledger.posting FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

CREATE TRIGGER posting_is_kept BEFORE DELETE OR UPDATE ON ledger.posting FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();

CREATE TRIGGER posting_moves_balance AFTER INSERT ON ledger.posting FOR EACH ROW EXECUTE FUNCTION ledger.move_balance();

CREATE TRIGGER hold_is_due AFTER INSERT OR UPDATE ON ledger.recovery_hold FOR EACH ROW EXECUTE FUNCTION penalties.note_work();

CREATE TRIGGER write_off_is_due AFTER INSERT OR UPDATE ON ledger.write_off FOR EACH ROW EXECUTE FUNCTION penalties.note_work();

CREATE TRIGGER dispatch_is_due AFTER INSERT OR UPDATE ON notice.dispatch FOR EACH ROW EXECUTE FUNCTION penalties.note_work();

CREATE TRIGGER document_is_kept BEFORE DELETE OR UPDATE ON notice.document FOR EACH ROW EXECUTE FUNCTION notice.refuse_change();

CREATE TRIGGER returned_letter_is_due AFTER INSERT OR UPDATE ON notice.returned_letter FOR EACH ROW EXECUTE FUNCTION penalties.note_work();

CREATE TRIGGER returned_letter_is_due_elsewhere AFTER INSERT OR UPDATE ON notice.returned_letter FOR EACH ROW EXECUTE FUNCTION notice.note_linked_work();

CREATE TRIGGER appeal_is_due AFTER INSERT OR UPDATE ON penalties.appeal FOR EACH ROW EXECUTE FUNCTION penalties.note_work();

CREATE TRIGGER bulk_act_is_told AFTER INSERT OR UPDATE ON penalties.bulk_act FOR EACH ROW EXECUTE FUNCTION penalties.tell_bulk();

CREATE TRIGGER bundle_is_kept BEFORE DELETE OR UPDATE ON penalties.bundle FOR EACH ROW EXECUTE FUNCTION notice.refuse_change();

CREATE TRIGGER case_begins_a_line AFTER INSERT ON penalties."case" FOR EACH ROW EXECUTE FUNCTION penalties.begin_line();

CREATE TRIGGER case_is_due AFTER INSERT OR UPDATE ON penalties."case" FOR EACH ROW EXECUTE FUNCTION penalties.note_work('case');

CREATE TRIGGER case_keeps_its_line AFTER UPDATE ON penalties."case" FOR EACH ROW WHEN ((((((((old.reference IS DISTINCT FROM new.reference) OR (old.stage IS DISTINCT FROM new.stage)) OR (old.port IS DISTINCT FROM new.port)) OR (old.caseworker_id IS DISTINCT FROM new.caseworker_id)) OR (old.occurred_on IS DISTINCT FROM new.occurred_on)) OR (old.opened_on IS DISTINCT FROM new.opened_on)) OR ((old.priority ->> 'byOn'::text) IS DISTINCT FROM (new.priority ->> 'byOn'::text)))) EXECUTE FUNCTION penalties.keep_line();

CREATE TRIGGER detention_is_due AFTER INSERT OR UPDATE ON penalties.detention FOR EACH ROW EXECUTE FUNCTION penalties.note_work();

CREATE TRIGGER evidence_is_due AFTER INSERT OR UPDATE ON penalties.evidence FOR EACH ROW EXECUTE FUNCTION penalties.note_work();

CREATE TRIGGER flag_is_due AFTER INSERT OR UPDATE ON penalties.flag FOR EACH ROW EXECUTE FUNCTION penalties.note_work();

CREATE TRIGGER request_is_due AFTER INSERT OR UPDATE ON penalties.information_request FOR EACH ROW EXECUTE FUNCTION penalties.note_work();

CREATE TRIGGER likely_party_is_due AFTER INSERT OR DELETE ON penalties.likely_party FOR EACH ROW EXECUTE FUNCTION penalties.note_work_of_likely();

CREATE TRIGGER judged_are_compared AFTER INSERT OR UPDATE ON penalties.party_judgement FOR EACH ROW EXECUTE FUNCTION penalties.note_likeness_of_judged();

CREATE TRIGGER penalty_is_due AFTER INSERT OR UPDATE ON penalties.penalty FOR EACH ROW EXECUTE FUNCTION penalties.note_work();

CREATE TRIGGER person_is_compared AFTER INSERT OR UPDATE OF identity ON penalties.person FOR EACH ROW EXECUTE FUNCTION penalties.note_likeness();

CREATE TRIGGER person_is_due AFTER INSERT OR UPDATE ON penalties.person FOR EACH ROW EXECUTE FUNCTION penalties.note_work();

CREATE TRIGGER recomputation_is_told AFTER INSERT ON penalties.recomputation FOR EACH ROW EXECUTE FUNCTION penalties.tell_recomputation();

CREATE TRIGGER sister_correction_is_due AFTER INSERT OR UPDATE ON penalties.sister_correction FOR EACH ROW EXECUTE FUNCTION penalties.note_work();

CREATE TRIGGER heartbeat_is_stamped BEFORE INSERT OR UPDATE ON platform.heartbeat FOR EACH ROW EXECUTE FUNCTION platform.stamp_arrival();
alter table platform.heartbeat enable always trigger heartbeat_is_stamped;

CREATE TRIGGER entry_is_announced AFTER INSERT OR UPDATE ON watchlists.entry FOR EACH ROW EXECUTE FUNCTION watchlists.announce();
alter table watchlists.entry enable always trigger entry_is_announced;

CREATE TRIGGER entry_is_judged AFTER INSERT OR DELETE OR UPDATE ON watchlists.entry FOR EACH ROW EXECUTE FUNCTION release.queue_subject('entry');
alter table watchlists.entry enable always trigger entry_is_judged;

CREATE TRIGGER entry_raises_version AFTER INSERT OR UPDATE ON watchlists.entry FOR EACH STATEMENT EXECUTE FUNCTION watchlists.raise_version();

CREATE TRIGGER error_matrix_is_announced AFTER INSERT OR UPDATE ON watchlists.error_matrix FOR EACH ROW EXECUTE FUNCTION watchlists.announce_tuning();
alter table watchlists.error_matrix enable always trigger error_matrix_is_announced;

CREATE TRIGGER held_is_announced AFTER INSERT OR UPDATE ON watchlists.held FOR EACH ROW EXECUTE FUNCTION watchlists.announce_version();
alter table watchlists.held enable always trigger held_is_announced;

CREATE TRIGGER list_is_announced AFTER INSERT OR UPDATE ON watchlists.list FOR EACH ROW EXECUTE FUNCTION watchlists.announce();
alter table watchlists.list enable always trigger list_is_announced;

CREATE TRIGGER list_raises_version AFTER INSERT OR UPDATE ON watchlists.list FOR EACH STATEMENT EXECUTE FUNCTION watchlists.raise_version();

CREATE TRIGGER list_tiers_are_announced AFTER INSERT OR UPDATE ON watchlists.list_tiers FOR EACH ROW EXECUTE FUNCTION watchlists.announce_tuning();
alter table watchlists.list_tiers enable always trigger list_tiers_are_announced;

CREATE TRIGGER version_is_announced AFTER INSERT OR UPDATE ON watchlists.version FOR EACH ROW EXECUTE FUNCTION watchlists.announce_version();
alter table watchlists.version enable always trigger version_is_announced;
