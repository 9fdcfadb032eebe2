import type pg from 'pg'

/** The stories of the demonstration whose rows are copied: one with a notice issued, one with an objection held. */
export interface Templates {
  readonly issued: string
  readonly objected: string
}

/** Entries of history for each case: acts on it, on its persons and on its penalties, and looks at it. */
export const entriesOfACase = 50

/**
 * Makes so many cases inside the server, out of rows that officers' own acts wrote: half with two persons and half with three, three of five
 * closed, each penalty with its whole ladder, and fifty entries of history for each. Triggers and foreign keys are off meanwhile.
 */
export async function growCases(client: pg.Client, cases: number, { issued, objected }: Templates): Promise<void> {
  await client.query(`set session_replication_role = replica; set maintenance_work_mem = '512MB'; set work_mem = '64MB'`)
  await client.query(`
    create schema bench;
    create function bench.uid(kind integer, number bigint) returns uuid language sql immutable as $$
      select (lpad(to_hex(number), 8, '0') || '-0000-7000-8000-0000000000' || lpad(to_hex(kind), 2, '0'))::uuid $$;
    create unlogged table bench.made as
      select i, bench.uid(1, i) as id, 2 + i % 2 as persons, (date '2026-03-10' - (i * 7 % 170)::int) as found_on,
        case when i % 20 < 12 then 'closed' when i % 20 < 15 then 'open' when i % 20 < 16 then 'proposed' else 'decided' end as stage
      from generate_series(1, ${cases}::bigint) as i;
    create unlogged table bench.slot (place integer, capacity text, of_capacity text);
    insert into bench.slot values (0, 'driver', 'driver'), (1, 'owner', 'owner'), (2, 'hirer', 'owner')`)
  await growRows(client, { issued, objected })
  await growMoney(client)
  await withoutIndexes(client, () => growHistory(client))
  await growQueues(client)
  await client.query('set session_replication_role = origin')
  await client.query('vacuum analyze')
}

async function growRows(client: pg.Client, { issued, objected }: Templates): Promise<void> {
  await client.query(`
    insert into penalties.case (id, reference, incident, regime, stage, opened_on, caseworker_id, caseworker_name, closed_on)
    select made.id, 'JX-1999-' || lpad(i::text, 6, '0'),
      incident || jsonb_build_object('port', (array['calais', 'coquelles', 'dunkerque'])[1 + i % 3], 'occurredOn', found_on::text, 'entrants', 1 + i % 9,
        'tractor', jsonb_build_object('registration', 'B' || i % 900 || 'JX' || i, 'country', 'RO')),
      regime, made.stage, found_on, case when i % 17 <> 0 then 'officer-' || i % 40 end, case when i % 17 <> 0 then 'Officer ' || i % 40 end,
      case when made.stage = 'closed' then found_on + 60 end
    from bench.made cross join penalties.case as template where template.id = '${issued}'`)
  await client.query(`
    insert into penalties.person (id, case_id, party_id, capacity, identity, facts)
    select bench.uid(2, made.i * 4 + place), made.id, bench.uid(2, made.i * 4 + place), slot.capacity,
      identity || jsonb_build_object('name', identity ->> 'name' || ' ' || i), facts || '{"underContractWith": null}'
    from bench.made join bench.slot on place < persons join penalties.person as template on template.case_id = '${issued}' and template.capacity = of_capacity`)
  await client.query(`
    insert into penalties.penalty (id, case_id, person_id, party_id, capacity, section, regime, responsible_on, entrants, driver_reported, stage, amount_pence, proposal, decision, notices, objection, ended)
    select bench.uid(3, i * 4 + place), id, bench.uid(2, i * 4 + place), bench.uid(2, i * 4 + place), capacity, section, regime, found_on, entrants, false, now_at,
      case when now_at <> 'proposed' then 600000 end, proposal, case when now_at <> 'proposed' then decision end,
      case when now_at = 'proposed' then '[]' else jsonb_build_array(jsonb_build_object('documentId', bench.uid(4, i * 4 + place), 'issuedOn', (found_on + 20)::text, 'amountPence', 600000)) end,
      case when now_at = 'objected' then objection || jsonb_build_object('receivedOn', (found_on + 40)::text) end,
      case when now_at = 'settled' then jsonb_build_object('on', (found_on + 50)::text, 'why', 'Paid') end
    from (
      select made.*, place, slot.capacity, template.section, template.regime, template.entrants, template.proposal, template.decision,
        case when made.stage = 'closed' then 'settled' when made.stage = 'proposed' then 'proposed' when i % 5 = 1 and place = 1 then 'objected' else 'issued' end as now_at,
        (select other.objection from penalties.penalty as other where other.case_id = '${objected}' and other.objection is not null limit 1) as objection
      from bench.made join bench.slot on place < persons join penalties.penalty as template on template.case_id = '${issued}' and template.capacity = of_capacity
      where made.stage <> 'open') as wanted`)
  await client.query(`
    insert into penalties.nearest_day (case_id, reference, stage, port, caseworker_id, occurred_on, opened_on)
    select id, reference, stage, port, caseworker_id, occurred_on, opened_on from penalties.case join bench.made using (id, stage)`)
}

/** What is owed on each notice, and the journal that says since when; what is settled is left without journals, so that every account is the sum of its postings. */
async function growMoney(client: pg.Client): Promise<void> {
  await client.query(`
    create unlogged table bench.debt as select p.id, row_number() over (order by p.id) as n, case when stage = 'settled' then 0 else 600000 end as owed
      from penalties.penalty p where p.stage in ('issued', 'objected', 'settled') and exists (select from bench.made where made.id = p.case_id);
    insert into ledger.account (id, kind, penalty_id, balance_pence) select 'debt:' || id, 'debt', id, owed from bench.debt;
    insert into ledger.account (id, kind, penalty_id, balance_pence) select 'issued:' || id, 'issued', id, -owed from bench.debt;
    insert into ledger.journal (id, kind, on_day, source, note, by_id, by_name, at)
      select bench.uid(5, n), 'debt', '2026-01-15', 'bench:' || n, 'Notice issued', 'machine', 'Bench', '2026-01-15T10:00:00Z' from bench.debt where owed > 0;
    insert into ledger.posting (journal_id, account_id, amount_pence) select bench.uid(5, n), 'debt:' || id, owed from bench.debt where owed > 0;
    insert into ledger.posting (journal_id, account_id, amount_pence) select bench.uid(5, n), 'issued:' || id, -owed from bench.debt where owed > 0`)
}

/** Five million rows are written before they are indexed, which takes a third of the time. */
async function withoutIndexes(client: pg.Client, grow: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; made: string }>(`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
    where indrelid = 'history.entry'::regclass and not exists (select from pg_constraint where conindid = indexrelid)`)
  for (const { name } of rows) await client.query(`drop index ${name}`)
  await client.query('alter table history.entry drop constraint entry_site_stream_version_key')
  await grow()
  await client.query('alter table history.entry add constraint entry_site_stream_version_key unique (site, stream, version)')
  for (const { made } of rows) await client.query(made)
}

/** Ten acts on the case, one on each of three persons, ten on each of two penalties, seventeen looks: in the order of the chain. */
async function growHistory(client: pg.Client): Promise<void> {
  await client.query(`
    create unlogged table bench.kind as
      select j, case when j < 10 then 'case:' when j < 13 then 'person:' when j < 33 then 'penalty:' else 'look:case:' end as head,
        case when j < 10 then j + 1 when j < 13 then 1 when j < 33 then (j - 13) % 10 + 1 else j - 32 end as version,
        case when j < 10 then 'case-allocated' when j < 13 then 'person-added' when j < 33 then 'notice-issued' else 'record-looked-at' end as type,
        case when j between 10 and 12 then j - 10 when j between 13 and 32 then (j - 13) / 10 end as place,
        case when j < 10 then '{"type": "case-allocated", "caseworker": {"officerId": "officer-1", "name": "Officer 1"}}'
          when j < 13 then '{"type": "person-added"}' when j < 33 then '{"type": "notice-issued", "amountPence": 600000, "issuedOn": "2026-01-15"}'
          else '{"type": "record-looked-at", "what": "case page"}' end::jsonb as body
      from generate_series(0, ${entriesOfACase - 1}) as j;
    insert into history.entry (id, site, seq, stream, version, type, body, salt, body_hash, by_id, by_name, by_role, at, reason, under, previous, hash)
    select bench.uid(6, (i - 1) * ${entriesOfACase} + j + 1), 'centre', head.seq + (i - 1) * ${entriesOfACase} + j + 1,
      kind.head || case when kind.head in ('case:', 'look:case:') then made.id when kind.head = 'person:' then bench.uid(2, i * 4 + place) else bench.uid(3, i * 4 + place) end,
      version, type, body, '00', md5(i::text) || md5(j::text), 'officer-' || i % 40, 'Officer ' || i % 40, 'caseworker', timestamptz '2025-09-01T00:00:00Z' + i * interval '2 minutes' + j * interval '1 second',
      'I am working on this case', '[]', md5(i::text) || md5(j::text), md5(j::text) || md5(i::text)
    from bench.made cross join bench.kind cross join history.chain as head where head.site = 'centre' order by i, j;
    insert into history.stream (stream, version) select stream, max(version) from history.entry group by stream on conflict (stream) do update set version = excluded.version;
    update history.chain set seq = (select max(seq) from history.entry where site = 'centre') where site = 'centre'`)
}

/** A quarter of finished waiting in eight queues, as the forecast reads it. */
async function growQueues(client: pg.Client): Promise<void> {
  await client.query(`
    insert into penalties.waiting (case_id, code, about, roles, by_on, began_on, ended_on, ended_by)
    select id, (array['add-persons', 'propose', 'decide', 'issue-notice', 'determine', 'judge-late', 'close', 'refund'])[1 + i % 8], 'bench', '{caseworker}',
      date '2026-03-10' - (i % 91)::int + 30, date '2026-03-10' - (i % 91)::int - (i % 20)::int, date '2026-03-10' - (i % 91)::int, 'officer-' || i % 40
    from bench.made where stage = 'closed'`)
}
