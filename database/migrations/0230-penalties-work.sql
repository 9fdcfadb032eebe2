-- Every case has a line, also one whose clock stands still or that is closed, so that the work list is read in the order of an index.
alter table penalties.nearest_day alter column last_day drop not null, alter column clock drop not null;
insert into penalties.nearest_day (case_id) select id from penalties.case on conflict do nothing;

create function penalties.begin_line() returns trigger language plpgsql as $$
begin
  insert into penalties.nearest_day (case_id) values (new.id) on conflict do nothing;
  return null;
end $$;
create trigger case_begins_a_line after insert on penalties.case for each row execute function penalties.begin_line();

create index nearest_day_soonest on penalties.nearest_day (last_day, case_id);
create index nearest_day_latest on penalties.nearest_day (last_day desc nulls last, case_id desc);
drop index penalties.nearest_day_by_day;
create index case_counted on penalties.case (stage, port, caseworker_id);
create index case_of_caseworker on penalties.case (caseworker_id) where stage <> 'closed';
create index case_by_incident on penalties.case (occurred_on, id);

-- What each case is waiting for, and for how long it did: the copy that lists filter by, and the history of each queue.
create table penalties.waiting (
  id bigint generated always as identity primary key,
  case_id uuid not null references penalties.case (id),
  code text not null,
  -- What it is about: a page, or the words where it is nobody's here to do.
  about text not null,
  roles text[] not null,
  by_on date,
  began_on date not null,
  ended_on date,
  -- Whose act ended it; absent where a day did.
  ended_by text,
  check (ended_on >= began_on)
);
create unique index waiting_now on penalties.waiting (case_id, code, about) where ended_on is null;
create index waiting_by_code on penalties.waiting (code, case_id) where ended_on is null;
create index waiting_begun on penalties.waiting (began_on);
create index waiting_ended on penalties.waiting (ended_on) where ended_on is not null;

-- How heavy an open case is, and which languages its letters need.
create table penalties.work (
  case_id uuid primary key references penalties.case (id),
  weight integer not null check (weight > 0),
  languages text[] not null
);

-- Cases in which something changed since what they wait for was last worked out. Noted by the database itself, so that no act can forget to.
create table penalties.work_due (
  id bigint generated always as identity primary key,
  case_id uuid not null
);

create function penalties.note_work() returns trigger language plpgsql as $$
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
end $$;

create trigger case_is_due after insert or update on penalties.case for each row execute function penalties.note_work('case');
create trigger person_is_due after insert or update on penalties.person for each row execute function penalties.note_work();
create trigger penalty_is_due after insert or update on penalties.penalty for each row execute function penalties.note_work();
create trigger appeal_is_due after insert or update on penalties.appeal for each row execute function penalties.note_work();
create trigger hold_is_due after insert or update on ledger.recovery_hold for each row execute function penalties.note_work();
create trigger payment_is_due after insert or update on ledger.payment for each row execute function penalties.note_work();
create trigger account_is_due after insert or update on ledger.account for each row execute function penalties.note_work('penalty');
insert into penalties.work_due (case_id) select id from penalties.case where stage <> 'closed';

-- What the night's look over all open cases found; one row a day, so that it is done once and can be done again.
create table penalties.sweep (
  swept_on date primary key,
  at timestamptz not null,
  took_ms integer not null,
  cases integer not null,
  differences jsonb not null,
  stuck jsonb not null,
  lapsed jsonb not null
);
