-- Two records that may be one person: looked for once, when a person is recorded or corrected, and kept until somebody has judged.
create table penalties.likely_party (
  one_person_id uuid not null references penalties.person (id),
  other_person_id uuid not null references penalties.person (id),
  likeness text not null check (likeness in ('number', 'bare-number', 'name-and-birth', 'name')),
  primary key (one_person_id, other_person_id),
  check (one_person_id < other_person_id)
);
create index likely_party_of_other on penalties.likely_party (other_person_id);

-- A number as its owner may write it without the country: VAT numbers and some registers begin with two letters.
create function penalties.bare_number(number text) returns text language sql immutable as $$
  select regexp_replace(number, '^[A-Z]{2}(?=[0-9]{6,}$)', '') $$;
create index person_by_bare_number on penalties.person (penalties.bare_number(registered_key)) where registered_key <> '';

-- Persons whose likeness to others has to be looked for. Noted by the database itself, so that no act can forget to.
create table penalties.likeness_due (
  id bigint generated always as identity primary key,
  person_id uuid not null
);

create function penalties.note_likeness() returns trigger language plpgsql as $$
begin
  insert into penalties.likeness_due (person_id) values (new.id);
  return null;
end $$;
create trigger person_is_compared after insert or update of identity on penalties.person for each row execute function penalties.note_likeness();
insert into penalties.likeness_due (person_id) select id from penalties.person;

-- Whoever was judged is compared anew, with all that judgements join to them: what is judged is no pair any more, what is taken back is one again.
create function penalties.note_likeness_of_judged() returns trigger language plpgsql as $$
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
end $$;
create trigger judged_are_compared after insert or update on penalties.party_judgement for each row execute function penalties.note_likeness_of_judged();

-- A case waits for a judgement while there is none: its lists are told when a pair is found and when it is none any more.
create function penalties.note_work_of_likely() returns trigger language plpgsql as $$
declare
  pair penalties.likely_party := coalesce(new, old);
begin
  insert into penalties.work_due (case_id) select case_id from penalties.person where id in (pair.one_person_id, pair.other_person_id);
  perform pg_notify('juxta', json_build_object('topic', 'casework', 'id', '')::text);
  return null;
end $$;
create trigger likely_party_is_due after insert or delete on penalties.likely_party for each row execute function penalties.note_work_of_likely();
