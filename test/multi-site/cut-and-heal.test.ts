import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { verifyChain } from '#platform/events'
import { readLinks, renewLink } from '#platform/replication'
import type { Site } from '#values'
import { replicatedTables } from '../../src/app/replicated-tables.ts'
import { demoLorry } from '../../src/app/traffic/story.ts'
import { countHits, isListed, lists, passes, rowsOf, searches } from './acts.ts'
import { startSites, triangle, triangleOf, until, type Sites, type SiteUnderTest } from './sites.ts'

const listed = demoLorry.plate
const listedMeanwhile = 'B77CUT'

describe('the link from Calais to everybody else', { timeout: 400_000 }, () => {
  let sites: Sites
  let centre: SiteUnderTest
  let calais: SiteUnderTest
  let dunkerque: SiteUnderTest

  before(async () => {
    sites = await startSites(triangle)
    ;({ centre, calais, dunkerque } = triangleOf(sites))
    await until('the list reaches both ports', async () => (await isListed(calais.db, listed)) && (await isListed(dunkerque.db, listed)))
  })
  after(() => sites.stop())

  test('carries a hit at one port to the centre and to the other port', async () => {
    await passes(listed, dunkerque)
    await until('Dunkerque raises the hit', async () => (await countHits(dunkerque.db, listed, 'dunkerque')) === 1)
    await until('the centre and Calais see it', async () => (await countHits(centre.db, listed, 'dunkerque')) === 1 && (await countHits(calais.db, listed, 'dunkerque')) === 1)
    await until('both ends call themselves joined', async () => (await conditionAt(calais, 'centre')) === 'joined' && (await conditionAt(centre, 'calais')) === 'joined')
  })

  test('is cut: Calais goes on reading, matching and recording, and says that it is cut', async () => {
    await sites.control.cut('calais')
    await until('nothing passes any more', async () => !(await reaches(centre, calais)))

    await passes(listed, calais)
    await passes('B20NEW', calais)
    await searches(listed, calais)
    await lists(listedMeanwhile, centre)
    await passes('B30NEW', dunkerque)
    await until('Calais raises the hit by itself', async () => (await countHits(calais.db, listed, 'calais')) === 1)
    await until('Calais says so', async () => (await conditionAt(calais, 'centre')) === 'cut')
    await until('the centre says so', async () => (await conditionAt(centre, 'calais')) === 'cut')

    assert.equal(await countHits(centre.db, listed, 'calais'), 0)
    assert.equal(await isListed(calais.db, listedMeanwhile), false)
    assert.equal(await isListed(dunkerque.db, listedMeanwhile), true)
  })

  test('is healed: each end has what the other wrote, nothing lost and nothing doubled', async () => {
    await sites.control.heal('calais')
    await until('the links stand again', async () => (await conditionAt(calais, 'centre')) === 'joined' && (await conditionAt(centre, 'calais')) === 'joined')
    await until('Calais has the list as it is now', () => isListed(calais.db, listedMeanwhile))

    // Calais passed one camera twice while it was cut off, raised one hit and opened one search.
    assert.equal((await rowsOf(calais.db, 'arrivals.plate_read', 'calais')).length, 2)
    assert.equal((await rowsOf(calais.db, 'arrivals.hit', 'calais')).length, 1)
    assert.equal((await rowsOf(calais.db, 'examinations.search', 'calais')).length, 1)
    for (const { table, ownedBy, seenByOtherPorts } of replicatedTables) {
      const owners: readonly Site[] = ownedBy === 'centre' ? ['centre'] : ['calais', 'dunkerque']
      for (const owner of owners) {
        const readers = ownedBy === 'centre' || seenByOtherPorts ? [centre, calais, dunkerque] : [centre]
        for (const reader of readers) await arrivesWhole(table, sites.at(owner), reader)
      }
    }
  })

  test('has left every chain of history whole, at its own site and in the copy at the centre', async () => {
    for (const own of [calais, dunkerque]) {
      const there = await verifyChain(own.db, own.site)
      const copy = await verifyChain(centre.db, own.site)
      assert.equal(there.broken, undefined)
      assert.deepEqual({ entries: copy.entries, head: copy.head, broken: copy.broken }, { entries: there.entries, head: there.head, broken: undefined })
    }
  })

  test('delivers the list that changed meanwhile: the vehicle is a hit at Calais now', async () => {
    await passes(listedMeanwhile, calais)
    await until('Calais raises it', async () => (await countHits(calais.db, listedMeanwhile, 'calais')) === 1)
    await until('the others see it', async () => (await countHits(dunkerque.db, listedMeanwhile, 'calais')) === 1)
  })

  test('is copied anew after its place in the log was lost, and is whole again', async () => {
    await sites.control.cut('calais')
    await until('the place is free', async () => (await reaches(centre, calais)) === false)
    await sql`select pg_drop_replication_slot('juxta_calais_to_centre_rest')`.execute(calais.db)
    await searches('B99LOST', calais)
    await sites.control.heal('calais')
    await until('the centre says that something is wrong', async () => (await conditionAt(centre, 'calais')) === 'stuck', 20_000)

    await renewLink({ url: centre.url, at: 'centre', from: 'calais', tables: replicatedTables })
    await until('the link stands again', async () => (await conditionAt(centre, 'calais')) === 'joined', 20_000)
    for (const { table, ownedBy } of replicatedTables) if (ownedBy === 'port') await arrivesWhole(table, calais, centre)
  })
})

async function conditionAt({ db, site }: SiteUnderTest, peer: Site): Promise<string | undefined> {
  return (await readLinks(db, site)).find((link) => link.peer === peer)?.condition
}

/** Whether a heartbeat written at `from` still arrives at `to` within two and a half seconds. */
async function reaches(from: SiteUnderTest, to: SiteUnderTest): Promise<boolean> {
  const silent = (await readLinks(to.db, to.site)).find(({ peer }) => peer === from.site)?.streams.every(({ silentSeconds = 0 }) => silentSeconds > 2.5)
  return silent !== true
}

async function arrivesWhole(table: string, owner: SiteUnderTest, reader: SiteUnderTest): Promise<void> {
  const written = async (): Promise<readonly string[]> => rowsOf(owner.db, table, owner.site)
  const arrived = async (): Promise<readonly string[]> => rowsOf(reader.db, table, owner.site)
  await until(`${table} of ${owner.site} is whole at ${reader.site}`, async () => (await written()).join() === (await arrived()).join(), 5000).catch(async () => {
    assert.deepEqual(await arrived(), await written(), `${table} of ${owner.site} at ${reader.site}`)
  })
}
