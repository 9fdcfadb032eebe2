import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { systemClock } from '#platform/clock'
import type { Database } from '#platform/database'
import { identityIn, readLinks, standingAlarms, type AlarmName, type LinkEvent } from '#platform/replication'
import { instantOfEpochMs, epochMsOf, hoursAfter, type Site } from '#values'
import { repairSite } from '../../src/app/repair-site.ts'
import { replicatedTables } from '../../src/app/replicated-tables.ts'
import { startLinked, type LinkedSites } from './linked-sites.ts'
import { asCopy, keepsList, searches } from './rows.ts'
import type { SiteUnderTest } from './sites.ts'
import { until } from '#test/until'

/** Each fault is made to happen by LINKS=full; a run of everything makes two of them happen, which take half a minute. */
const whole = process.env['LINKS'] === 'full' ? {} : { skip: 'run with LINKS=full' }

const laneOfSearches = replicatedTables.find(({ table }) => table === 'examinations.search')?.stream ?? 'rest'

describe('what can go wrong with a link', { timeout: 400_000 }, () => {
  let sites: LinkedSites
  const centre = (): SiteUnderTest => sites.at('centre')
  const calais = (): SiteUnderTest => sites.at('calais')

  before(async () => {
    sites = await startLinked(['centre', 'calais'])
    await searches('B00OLD', calais())
    await searches('B01OLD', calais())
    await keepsList('Before anything happened', centre())
    await until('all is well', () => isWell(sites))
  })
  after(() => sites.stop())

  test('nothing stands while all is well', async () => {
    assert.deepEqual([await standingAlarms(centre().db), await standingAlarms(calais().db)], [[], []])
  })

  test('lost slot: its place in the log was given up, and rows are gone for good', whole, async () => {
    const slot = `juxta_calais_to_centre_${laneOfSearches}`
    await sites.control.cut('calais')
    await until('the place is free', async () => !(await isHeld(calais().db, slot)))
    await searches('B11LOST', calais())
    await sql`select pg_drop_replication_slot(${slot})`.execute(calais().db)
    await searches('B12LOST', calais())
    await sites.control.heal('calais')
    await raises(centre(), 'lost-slot')
    await repairs(sites, centre(), 'lost-slot')
  })

  test('rows differ: a copy was altered, another removed', async () => {
    await asCopy(centre(), "update examinations.search set lane = '99' where tractor_plate = 'B00OLD'")
    await asCopy(centre(), "delete from examinations.search where tractor_plate = 'B01OLD'")
    await sql`update platform.proof_found set verdict = 'to-check', checked_at = null`.execute(centre().db)
    await raises(centre(), 'rows-differ')
    await repairs(sites, centre(), 'rows-differ')
    const { rows } = await sql<{ lane: string }>`select contents ->> 'lane' as lane from platform.set_aside where why = 'rows-differ' and contents ->> 'tractor_plate' = 'B00OLD'`.execute(centre().db)
    assert.deepEqual(rows, [{ lane: '99' }], 'what had to give way is kept')
  })

  test('clashing row: somebody has made a row with the same key at the centre', async () => {
    await sites.control.cut('calais')
    const id = await searches('B22OWN', calais())
    await asCopy(centre(), `insert into examinations.search select (jsonb_populate_record(s, '{"id": "${id}", "tractor_plate": "B22WRONG"}')).* from examinations.search s limit 1`)
    await sites.control.heal('calais')
    await raises(centre(), 'clashing-row')
    await searches('B23BEHIND', calais())
    await repairs(sites, centre(), 'clashing-row')
    const { rows } = await sql<{ plate: string }>`select tractor_plate as plate from examinations.search where id = ${id}`.execute(centre().db)
    assert.deepEqual(rows, [{ plate: 'B22OWN' }], 'the owner has said what is so')
    const aside = await sql`select from platform.set_aside where contents ->> 'tractor_plate' = 'B22WRONG'`.execute(centre().db)
    assert.equal(aside.rows.length, 1, 'and the other is kept as evidence')
  })

  test('missing column: the sender is ahead of the receiver', whole, async () => {
    await sql`alter table arrivals.hit drop column doubted_at`.execute(calais().db)
    await sql`delete from platform.migration where name = '0163-arrivals-hit-doubted.sql'`.execute(calais().db)
    const alarm = await raises(calais(), 'missing-column')
    assert.match(String(alarm.about['columns']), /arrivals\.hit\.doubted_at/)
    await repairs(sites, calais(), 'missing-column')
  })

  test('apply stopped: somebody has switched the subscription off', whole, async () => {
    await sql.raw(`alter subscription juxta_calais_to_centre_${laneOfSearches} disable`).execute(centre().db)
    await searches('B33STOP', calais())
    await raises(centre(), 'apply-stopped')
    await repairs(sites, centre(), 'apply-stopped')
  })

  test('stale lists: a port has heard nothing of the lists for too long', whole, async () => {
    await sql.raw('alter subscription juxta_centre_to_calais_alerts disable').execute(calais().db)
    await keepsList('Written meanwhile', centre())
    // Two minutes pass in the stamps and not in the test.
    await until('nothing comes any more', async () => (await ageOfLists(calais())) > 1.5)
    await asCopy(calais(), "alter table platform.heartbeat disable trigger heartbeat_is_stamped; update platform.heartbeat set at = at - interval '3 min', arrived_at = arrived_at - interval '3 min' where site = 'centre' and stream = 'alerts'; alter table platform.heartbeat enable always trigger heartbeat_is_stamped")
    await raises(calais(), 'stale-lists')
    await repairs(sites, calais(), 'stale-lists')
  })

  test('slot lag: the log fills up for a site that stays away', whole, async () => {
    await sql`alter system set max_slot_wal_keep_size = '64MB'`.execute(calais().db)
    await sql`select pg_reload_conf()`.execute(calais().db)
    await sites.control.cut('calais')
    await sql`create table platform.ballast (words text)`.execute(calais().db)
    await sql`insert into platform.ballast select string_agg(md5((a * b)::text), '') from generate_series(1, 400) a, generate_series(1, 4000) b group by a`.execute(calais().db)
    await raises(calais(), 'slot-lag')
    const [said] = await repairSite({ url: calais().url, here: 'calais', alarm: 'slot-lag', byName: 'Rehearsal' })
    assert.match(said ?? '', /may keep 128 MB now/)
    await sites.control.heal('calais')
    await until('all is well again', () => isWell(sites))
  })

  test('cut: nothing to repair, and it is said that nothing is lost', whole, async () => {
    await sites.control.cut('calais')
    await raises(centre(), 'cut')
    const [said] = await repairSite({ url: centre().url, here: 'centre', alarm: 'cut', byName: 'Rehearsal' })
    assert.match(said ?? '', /Nothing to repair/)
    await sites.control.heal('calais')
    await until('all is well again', () => isWell(sites))
  })

  test('restored: the port\'s database was put back from a copy, and has forgotten what the centre holds', whole, async () => {
    const copy = join(sites.rootFolder, 'copy-of-calais')
    await sites.restart('calais', async (folder) => copyFiles(join(folder, 'postgres'), copy))
    await until('all is well', () => isWell(sites))
    await searches('B44FORGOTTEN', calais())
    await until('the centre has it', () => isWell(sites))
    await sites.restart('calais', async (folder) => {
      await rm(join(folder, 'postgres'), { recursive: true })
      copyFiles(copy, join(folder, 'postgres'))
    })
    await searches('B45AFTER', calais())
    await raises(centre(), 'restored')
    await repairSite({ url: calais().url, here: 'calais', alarm: 'restored', byName: 'Rehearsal' })
    await repairs(sites, centre(), 'restored')
    const aside = await sql`select from platform.set_aside where why = 'restored' and contents ->> 'tractor_plate' = 'B44FORGOTTEN'`.execute(centre().db)
    assert.equal(aside.rows.length, 1, 'the centre keeps what only it still had')
  })
})

describe('clocks that differ', { timeout: 120_000, ...whole }, () => {
  test('are told apart from a slow link, and said', async () => {
    const ahead = { ...systemClock, now: () => instantOfEpochMs(epochMsOf(systemClock.now()) + 7000) }
    const sites = await startLinked(['centre', 'calais'], { clocks: { calais: ahead } })
    try {
      const alarm = await raises(sites.at('centre'), 'clock-offset')
      assert.ok(Math.abs(Number(alarm.about['seconds']) - 7) < 1.5, `it is said to be ${alarm.about['seconds']} s`)
      const other = await raises(sites.at('calais'), 'clock-offset')
      assert.ok(Number(other.about['seconds']) < -5)
    } finally {
      await sites.stop()
    }
  })
})

describe('certificates of which 25 days are left', { timeout: 120_000, ...whole }, () => {
  test('are renewed by the two sites themselves, and the link goes on with what each knows of the other by then', async () => {
    const later = { ...systemClock, now: () => hoursAfter(800 * 24, systemClock.now()) }
    const sites = await startLinked(['centre', 'calais'], { clocks: { centre: later, calais: later } })
    const known = async (here: Site, peer: Site): Promise<readonly string[]> =>
      (await sql<{ fingerprint: string }>`select fingerprint from platform.peer_certificate where peer = ${peer} order by known_since`.execute(sites.at(here).db)).rows.map(({ fingerprint }) => fingerprint)
    try {
      for (const [here, peer] of [['centre', 'calais'], ['calais', 'centre']] as const) {
        await until(`${here} knows two certificates of ${peer}`, async () => (await known(here, peer)).length === 2)
        await until(`${peer} shows the second`, async () => (await identityIn(join(sites.rootFolder, peer), peer, later.now())).fingerprint === (await known(here, peer))[1])
      }
      await sites.control.reset('calais')
      await searches('B66RENEWED', sites.at('calais'))
      await until('what is written goes over lines that were opened anew', () => isWell(sites))
    } finally {
      await sites.stop()
    }
  })
})

/** With owners and times, as a backup of files keeps them. */
function copyFiles(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to])
}

async function raises({ db, site }: SiteUnderTest, name: AlarmName): Promise<LinkEvent> {
  let found: LinkEvent | undefined
  await until(`${site} raises ${name}`, async () => {
    found = (await standingAlarms(db)).find((alarm) => alarm.name === name)
    return found !== undefined
  }, 45_000)
  if (found === undefined) throw new Error(`${name} was not raised`)
  return found
}

/** Runs the repair that the alarm names, and waits until both ends are whole, row by row. */
async function repairs(sites: LinkedSites, { url, site }: SiteUnderTest, alarm: AlarmName): Promise<void> {
  const said = await repairSite({ url, here: site, alarm, byName: 'Rehearsal' })
  assert.ok(said.length > 0)
  await until(`all is well after ${alarm}: ${said.join(' ')}`, () => isWell(sites), 45_000)
}

async function isWell(sites: LinkedSites): Promise<boolean> {
  const [centre, calais] = [sites.at('centre'), sites.at('calais')]
  const links = [...(await readLinks(centre.db, 'centre')), ...(await readLinks(calais.db, 'calais'))].filter(({ condition }) => condition !== 'never-met')
  const isProven = links.every(({ condition, streams }) => condition === 'joined' && streams.every(({ proof }) => proof !== undefined && proof.provenTo === proof.writtenTo))
  const alarms = [...(await standingAlarms(centre.db)), ...(await standingAlarms(calais.db))]
  return isProven && alarms.length === 0 && (await isEqual(calais, centre, 'calais')) && (await isEqual(centre, calais, 'centre'))
}

async function isEqual(owner: SiteUnderTest, reader: SiteUnderTest, site: Site): Promise<boolean> {
  const travelling = replicatedTables.filter(({ ownedBy }) => ownedBy === (site === 'centre' ? 'centre' : 'port'))
  for (const { table } of travelling) if (await rowsOf(owner.db, table, site) !== await rowsOf(reader.db, table, site)) return false
  return true
}

async function rowsOf(db: Database, table: string, site: Site): Promise<string> {
  const { rows } = await sql<{ line: string }>`select to_jsonb(t)::text as line from ${sql.table(table)} t where site = ${site} order by 1`.execute(db)
  return rows.map(({ line }) => line).join('\n')
}

async function isHeld(db: Database, slot: string): Promise<boolean> {
  const { rows } = await sql`select from pg_replication_slots where slot_name = ${slot} and active`.execute(db)
  return rows.length > 0
}

async function ageOfLists({ db }: SiteUnderTest): Promise<number> {
  const { rows } = await sql<{ seconds: number }>`select extract(epoch from clock_timestamp() - arrived_at)::float8 as seconds from platform.heartbeat where site = 'centre' and stream = 'alerts'`.execute(db)
  return rows[0]?.seconds ?? 0
}
