-- A proposal can be taken back, a debt can be written off, and a case can be decided for some persons and not yet for others.
alter table penalties.penalty drop constraint penalty_stage_check;
alter table penalties.penalty add constraint penalty_stage_check
  check (stage in ('proposed', 'withdrawn', 'decided', 'none', 'issued', 'objected', 'determined', 'cancelled', 'settled', 'written-off'));

alter table penalties.case drop constraint case_stage_check;
alter table penalties.case add constraint case_stage_check check (stage in ('open', 'proposed', 'part-decided', 'decided', 'closed'));

-- What the port corrected since the case opened, with what it said before.
alter table penalties.case add column corrections jsonb not null default '[]';
