-- What a virus scanner made of some bytes, by their hash. No row: none has looked.
create table penalties.evidence_scan (
  sha256 text primary key,
  found text not null check (found in ('clean', 'infected', 'failed')),
  detail text not null,
  definitions text not null,
  scanned_at timestamptz not null
);

-- Infected bytes, kept apart: nothing that serves, bundles or exports evidence reads this table.
create table penalties.evidence_quarantine (
  sha256 text primary key,
  bytes bytea not null,
  kept_at timestamptz not null,
  check (encode(sha256(bytes), 'hex') = sha256)
);
