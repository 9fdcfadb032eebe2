-- That somebody spoke to the people behind a vehicle in which others hid again and again. Kept at the centre, for engagement and for
-- the owners of lists: nothing that decides about a penalty reads it.
create table coordination.victim_contact (
  id uuid primary key,
  plate text not null,
  how text not null check (how in ('telephone', 'letter', 'visit', 'association')),
  note text not null,
  contacted_by text not null,
  contacted_by_name text not null,
  contacted_at timestamptz not null
);
create index victim_contact_by_plate on coordination.victim_contact (plate, contacted_at desc);
