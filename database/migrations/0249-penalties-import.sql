-- Old cases as somebody brought them, and what became of each row. One person brings a file and another lets it in.
create table penalties.import_batch (
  id uuid primary key,
  name text not null,
  source text not null,
  sha256 text not null unique,
  brought_by jsonb not null,
  brought_on date not null,
  run jsonb
);

create table penalties.import_file (
  batch_id uuid primary key references penalties.import_batch (id) deferrable initially deferred,
  content text not null
);

-- Which penalty each row became: what came in can be compared with what was in the file, to the penny, for ever.
create table penalties.imported (
  penalty_id uuid primary key references penalties.penalty (id),
  batch_id uuid not null references penalties.import_batch (id),
  line integer not null,
  case_id uuid not null references penalties.case (id),
  old_reference text not null,
  unique (batch_id, line)
);

create index imported_by_reference on penalties.imported (old_reference);
