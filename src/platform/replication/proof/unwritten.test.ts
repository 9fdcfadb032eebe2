import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { aDatabase } from '#test/database'
import { instant } from '#values'
import type { ReplicatedTable } from '../replicated-table.ts'
import { checkPages } from './check-pages.store.ts'
import type { RangeKey } from './range.ts'
import { writePage } from './write-page.store.ts'

const db = await aDatabase()
const now = instant('2026-03-10T09:00:00Z')

/** Two rows of Calais that fail whoever looks at them after having written something in the same transaction. */
await sql.raw(`
  create function public.only_while_nothing_is_written() returns boolean language plpgsql as $$
  begin
    if pg_current_xact_id_if_assigned() is not null then raise 'counted in a transaction that has written'; end if;
    return true;
  end $$;
  create view public.watched as
    select * from (values ('calais', date '2026-03-01', 'one'), ('calais', date '2026-03-01', 'two')) as rows (site, day, words)
    where only_while_nothing_is_written();
`).execute(db)
const keys = new Map<string, RangeKey>([['public.watched', { kind: 'day', column: 'day' }]])
const tables: readonly ReplicatedTable[] = [{ table: 'public.watched', ownedBy: 'port', seenByOtherPorts: false, stream: 'rest' }]

describe('whoever makes a place in the log waits for every transaction that has written, so', () => {
  test('a page counts its ranges before it writes itself, and takes away the touches it has counted', async () => {
    await sql`insert into platform.proof_touch (site, lane, of_table, range, at) values ('calais', 'rest', 'public.watched', date '2026-03-01' - date '2000-01-01', now() - interval '1 minute')`.execute(db)
    assert.equal(await writePage(db, { site: 'calais', incarnation: 1, lane: 'rest', keys, at: now }), 1)
    const { rows: [page] } = await sql<{ rows: number }>`select (claims -> 'public.watched' -> 'ranges' -> 0 ->> 1)::int as rows from platform.proof_page`.execute(db)
    assert.equal(page?.rows, 2)
    assert.deepEqual((await sql`select * from platform.proof_touch`.execute(db)).rows, [])
    assert.equal(await writePage(db, { site: 'calais', incarnation: 1, lane: 'rest', keys, at: now }), undefined)
  })

  test('a round of comparing writes down what it found when it has compared everything', async () => {
    await sql`insert into platform.heartbeat (site, stream, beat, at, history_seq, arrived_at, incarnation, page, heard) values ('calais', 'rest', 1, ${now}, 0, ${now}, 1, 1, '{}')`.execute(db)
    await checkPages(db, { here: 'centre', tables, keys, now })
    const { rows } = await sql`select of_table, page, rows_here, verdict from platform.proof_found`.execute(db)
    assert.deepEqual(rows, [{ of_table: 'public.watched', page: 1, rows_here: 2, verdict: 'proven' }])
  })
})
