-- An act on many cases is checked, run and undone piece by piece, by whoever began it, also where that takes longer than a page.
alter table penalties.bulk_act drop constraint bulk_act_stage_check;
alter table penalties.bulk_act add constraint bulk_act_stage_check check (stage in ('prepared', 'approved', 'running', 'run', 'undoing', 'undone', 'dropped'));
alter table penalties.bulk_act
  add column run_by jsonb,
  add column run_at timestamptz,
  add column undoing jsonb;
create index bulk_act_under_way on penalties.bulk_act (id) where stage in ('prepared', 'approved', 'running', 'undoing');

-- What would come of each: it was done and taken back.
create table penalties.bulk_check (
  bulk_id uuid not null references penalties.bulk_act (id),
  case_id uuid not null references penalties.case (id),
  refused text,
  at timestamptz not null,
  primary key (bulk_id, case_id)
);

alter table penalties.bulk_result
  -- Who had the case before, so that it can be given back.
  add column had jsonb,
  add column undone_at timestamptz,
  add column undo_refused text;

create function penalties.tell_bulk() returns trigger language plpgsql as $$
begin
  perform pg_notify('juxta', json_build_object('topic', 'bulk', 'id', new.id)::text);
  return null;
end $$;
create trigger bulk_act_is_told after insert or update on penalties.bulk_act for each row execute function penalties.tell_bulk();
