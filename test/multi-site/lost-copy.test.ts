import assert from 'node:assert/strict'
import type { NetConnectOpts } from 'node:net'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { urlOfRunning } from '#platform/database'
import { pastEvents, renewLink, standingAlarms } from '#platform/replication'
import { replicatedTables } from '../../src/app/replicated-tables.ts'
import { ownServerOf } from '../../src/platform/replication/line/peer-address.ts'
import { openDeafLine, type DeafLine } from './deaf-line.ts'
import { startLinked, type LinkedSites } from './linked-sites.ts'
import { searches } from './rows.ts'
import type { SiteUnderTest } from './sites.ts'
import { until } from '#test/until'

/**
 * What a server killed at the wrong moment leaves behind, made by a line that is cut at that moment: the centre has finished its
 * copy of a table and told Calais to give up the place kept for it; that Calais did so, it never hears.
 */
describe('a first copy whose place in the log was given up and which does not know it is done', { timeout: 200_000 }, () => {
  let sites: LinkedSites
  let line: DeafLine
  let wayBack: DeafLine
  const centre = (): SiteUnderTest => sites.at('centre')
  const calais = (): SiteUnderTest => sites.at('calais')

  before(async () => {
    sites = await startLinked(['centre', 'calais'], {
      ways: async (rootFolder) => {
        line = await openDeafLine(() => serverIn(join(rootFolder, 'calais')))
        wayBack = await openDeafLine(() => serverIn(join(rootFolder, 'centre')))
        return { calais: inClear(line), centre: inClear(wayBack) }
      },
    })
    await searches('C01EARLY', calais())
    await until('every table is copied to the centre', () => isCopied(centre()))
  })
  after(async () => {
    await sites?.stop()
    await Promise.all([line.close(), wayBack.close()])
  })

  test('is named, and taken up by the site itself with all that came meanwhile', async () => {
    const { rows: [table] } = await sql<{ oid: number }>`select 'examinations.search'::regclass::oid::int as oid`.execute(centre().db)
    const lost = line.loseAnswerTo(new RegExp(`DROP_REPLICATION_SLOT "?pg_\\d+_sync_${table?.oid}_`))
    await renewLink({ url: centre().url, at: 'centre', from: 'calais', tables: replicatedTables })
    await lost
    await searches('C02MEANWHILE', calais())
    await until('the centre names it', async () => [...await standingAlarms(centre().db), ...await pastEvents(centre().db, 100)].some(({ name, about }) => name === 'lost-copy' && about['tables'] === 'examinations.search'))
    await until('the copy is done', () => isCopied(centre()))
    await until('every row is there', async () => (await platesAt(centre())).join() === 'C01EARLY,C02MEANWHILE')
    await searches('C03AFTER', calais())
    await until('what is written afterwards comes too', async () => (await platesAt(centre())).length === 3)
    const { rows: places } = await sql`select from pg_replication_slots where slot_name like 'pg\\_%\\_sync\\_%'`.execute(calais().db)
    assert.equal(places.length, 0, 'no place is kept for a copy that is done')
  })
})

async function serverIn(folder: string): Promise<NetConnectOpts> {
  const url = await urlOfRunning(folder, 'juxta')
  if (url === undefined) throw new Error(`${folder} has no server yet`)
  return ownServerOf(url)
}

function inClear({ port }: DeafLine): string {
  return `127.0.0.1:${port}/juxta?sslmode=disable`
}

async function isCopied({ db }: SiteUnderTest): Promise<boolean> {
  const { rows: [state] } = await sql<{ all: number; ready: number }>`select count(*) as all, count(*) filter (where srsubstate = 'r') as ready from pg_subscription_rel`.execute(db)
  return state !== undefined && state.all > 0 && state.all === state.ready
}

async function platesAt({ db }: SiteUnderTest): Promise<readonly string[]> {
  const { rows } = await sql<{ plate: string }>`select tractor_plate as plate from examinations.search order by 1`.execute(db)
  return rows.map(({ plate }) => plate)
}
