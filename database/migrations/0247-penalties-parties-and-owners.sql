-- What somebody judged of two records: one person, or two. Nothing is moved when they are one, so it can be taken back whole.
create table penalties.party_judgement (
  id uuid primary key,
  one_party_id uuid not null,
  other_party_id uuid not null check (other_party_id <> one_party_id),
  same boolean not null,
  reasons text not null,
  judged_by jsonb not null,
  judged_on date not null,
  undone jsonb
);

create unique index judged_once on penalties.party_judgement (least(one_party_id, other_party_id), greatest(one_party_id, other_party_id)) where undone is null;
create index judgement_by_one on penalties.party_judgement (one_party_id) where same and undone is null;
create index judgement_by_other on penalties.party_judgement (other_party_id) where same and undone is null;
create index person_by_party on penalties.person (party_id);

-- Who owned a vehicle from when until when, and who did not any more: looked at for every incident of that vehicle.
create table penalties.ownership (
  id uuid primary key,
  plate text not null,
  country text,
  standing text not null check (standing in ('owner', 'not-owner')),
  name text not null,
  registered_number text,
  from_on date not null,
  -- The last day; null while nobody knows of an end.
  until_on date check (until_on >= from_on),
  shown_by text not null,
  recorded_by jsonb not null,
  recorded_on date not null,
  withdrawn jsonb,
  name_key text generated always as (penalties.name_key(name)) stored,
  registered_key text generated always as (upper(regexp_replace(registered_number, '[^A-Za-z0-9]', '', 'g'))) stored,
  exclude using gist (plate with =, (coalesce(registered_number, name)) with =, daterange(from_on, until_on, '[]') with &&) where (withdrawn is null)
);

create index ownership_by_plate on penalties.ownership (plate);
