import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { sql } from 'kysely'
import { settableClock } from '#platform/clock'
import { change, foldHistory, historyOf, verifyChain } from '#platform/events'
import { newId } from '#platform/identity'
import { aDatabase } from '#test/database'
import { passed as passedAt, type Passed } from '#test/a-passage'
import { daysAfter, dayOf, hoursAfter, instant, plate, type By, type Instant } from '#values'
import { examinedCrossings } from '../../examinations/search/examined-crossings.store.ts'
import { hits } from '../hit/hit.store.ts'
import { retentionDaysMax } from '../limits.ts'
import { readImage } from '../plate-read/image-files.feed.ts'
import { readEvidence, recallCrossing } from './evidence.store.ts'
import { forgetReads } from './forget-reads.feed.ts'
import { keepWeeks } from './keep-weeks.feed.ts'
import { keepingFor } from './retention-days.ts'
import { forgettings } from './retention.store.ts'
import { weeksOf } from './weeks.store.ts'

const db = await aDatabase()
const imageDir = await mkdtemp(join(tmpdir(), 'juxta-retention-'))
after(() => rm(imageDir, { recursive: true, force: true }))

// A Monday: the whole of its week goes 365 days later.
const monday = instant('2026-03-09T00:00:00Z')
const clock = settableClock(monday)
const by: By = { officerId: 'o-1', name: 'Officer', role: 'lane-officer', site: 'calais', at: monday, reason: 'Rehearsal' }

await keepWeeks(db, clock.today())

const passed = (asRead: string, at: Instant): Promise<Passed> => passedAt(asRead, at, { db, imageDir })

async function hit({ crossing }: Passed, listedPlate: string, status: 'confirmed' | 'dismissed'): Promise<string> {
  const id = newId()
  await change(db, hits, { id, by }, () => ({
    events: [
      { type: 'hit-raised', id, site: 'calais', crossingId: crossing, plateId: newId(), entryId: newId(), lane: '4', raisedAt: monday, listNameEn: 'x', listNameFr: 'x', reasonEn: 'x', reasonFr: 'x', handling: 'check', markers: [], listedPlate: plate(listedPlate), listedCountry: null, readId: newId(), plate: plate(listedPlate), country: null, characterConfidence: null, imageSha256: null, how: 'exact', differences: [], cost: 0, explained: null },
      status === 'confirmed' ? { type: 'hit-confirmed', handledBy: 'x', handledAt: monday } : { type: 'hit-dismissed', handledBy: 'x', handledAt: monday, dismissedAs: 'misread' },
    ],
  } as never))
  return id
}

const early = await passed('EARLY1', monday)
const innocent = await passed('INNO1', hoursAfter(24 * 6, monday))
const nextWeek = await passed('NEXT1', hoursAfter(24 * 7, monday))
const stopped = await passed('STOP1', hoursAfter(1, monday))
const searched = await passed('SEAR1', hoursAfter(2, monday))
const misread = await passed('MISS1', hoursAfter(3, monday))
const confirmedHit = await hit(stopped, 'STOP1', 'confirmed')
const dismissedHit = await hit(misread, 'MISS1', 'dismissed')
await sql`insert into examinations.search (id, site, stage, layer, lane, officers, crossing_id, opened_at, opened_by, steps)
  values (${newId()}, 'calais', 'open', 'x', '4', '[]', ${searched.crossing}, ${monday}, 'x', '[]')`.execute(db)

const faults: Error[] = []
const sweepAt = async (at: Instant, site: 'calais' | 'centre' = 'calais'): Promise<void> =>
  forgetReads({ db, site, at, today: dayOf(at, 'UTC'), ...keepingFor({ reads: undefined, images: undefined }), examined: examinedCrossings, imageDir, onFault: (fault) => faults.push(fault) })

const readsOf = async (asRead: string): Promise<number> => (await sql<{ count: number }>`select count(*) as count from arrivals.plate_read where plate = ${asRead}`.execute(db)).rows[0]?.count ?? 0
const onDisk = async ({ picture }: Passed): Promise<boolean> => (await readImage(imageDir, picture)) !== undefined

describe('what a port saw', () => {
  test('is there whole on the 365th day', async () => {
    await sweepAt(hoursAfter(24 * retentionDaysMax - 1, monday))
    assert.deepEqual(await Promise.all(['EARLY1', 'INNO1', 'NEXT1', 'STOP1', 'SEAR1', 'MISS1'].map(readsOf)), [1, 1, 1, 1, 1, 1])
  })
  test('has lost its pictures long before, but for those of evidence', async () => {
    assert.deepEqual(await Promise.all([early, innocent, nextWeek, stopped, searched, misread].map(onDisk)), [false, false, false, true, true, false])
  })
  test('is gone on the 366th day with the whole of its week, and the week after is not', async () => {
    await sweepAt(hoursAfter(24 * retentionDaysMax, monday))
    assert.deepEqual(await Promise.all(['EARLY1', 'INNO1', 'NEXT1', 'STOP1', 'SEAR1', 'MISS1'].map(readsOf)), [0, 0, 1, 0, 0, 0])
    assert.equal((await weeksOf(db, 'crossing')).includes('2026-03-09' as never), false)
    for (const { crossing } of [early, innocent, misread]) assert.equal(await recallCrossing(db, crossing), undefined)
  })
  test('is still there as evidence where a confirmed hit or a search rests on it, with its own reference and last day', async () => {
    for (const { crossing, picture } of [stopped, searched]) {
      assert.equal((await recallCrossing(db, crossing))?.plates[0]?.imageSha256, picture)
    }
    assert.partialDeepStrictEqual(await readEvidence(db, stopped.crossing), { keptAs: { because: 'hit', reference: confirmedHit, deleteOn: daysAfter(2 * 365, dayOf(monday)) } })
    assert.equal((await readEvidence(db, searched.crossing))?.keptAs.because, 'search')
  })
  test('is forgotten by history too where a hit came to nothing: the entry stays, what it said does not, and the chain holds', async () => {
    assert.equal(await hits.read(db, dismissedHit), undefined)
    assert.deepEqual((await historyOf(db, 'hit', dismissedHit)).map(({ type, body }) => [type, body]), [['hit-raised', undefined], ['hit-dismissed', undefined]])
    assert.deepEqual(await foldHistory(db, hits, confirmedHit), await hits.read(db, confirmedHit))
    assert.equal((await verifyChain(db, 'calais')).broken, undefined)
    const { rows } = await sql`select from history.entry where body::text like '%MISS1%' or body::text like '%EARLY1%'`.execute(db)
    assert.equal(rows.length, 0)
  })
  test('leaves an entry that says how many, and that folds to its row', async () => {
    const id = `calais ${dayOf(hoursAfter(24 * retentionDaysMax, monday))}`
    const row = await forgettings.read(db, id)
    assert.partialDeepStrictEqual(row, { reads: 5, crossings: 5 })
    assert.deepEqual(await foldHistory(db, forgettings, id), row)
  })
  test('is, as a copy at the centre, only there where it is evidence that its port has not sent yet, which is said', async () => {
    const at = hoursAfter(24 * 8, monday)
    const [late, other] = [await passed('LATE1', at), await passed('OTHER1', at)]
    await hit(late, 'LATE1', 'confirmed')
    await sweepAt(hoursAfter(24 * (retentionDaysMax + 7), monday), 'centre')
    assert.notEqual(await recallCrossing(db, late.crossing), undefined)
    assert.equal(await recallCrossing(db, other.crossing), undefined)
    assert.match(String(faults.at(-1)), /1 crossings of the week of 2026-03-16 are evidence/)
  })
  test('is forgotten as evidence on its own last day, with its picture', async () => {
    await sweepAt(hoursAfter(24 * (2 * 365 - 1), monday))
    assert.notEqual(await recallCrossing(db, stopped.crossing), undefined)
    await sweepAt(hoursAfter(24 * 2 * 365, monday))
    assert.deepEqual([await recallCrossing(db, stopped.crossing), await onDisk(stopped)], [undefined, false])
  })
})

test('a site may keep reads and pictures for less, and never for more', () => {
  const kept = (reads: string | undefined, images?: string) => Object.values(keepingFor({ reads, images }))
  assert.deepEqual([kept(undefined), kept('365'), kept('60', '10'), kept('10')], [[365, 30], [365, 30], [60, 10], [10, 10]])
  for (const setting of ['366', '6', '0', '-1', 'forever', '7.5']) assert.throws(() => kept(setting), /from 7 to 365/)
  assert.throws(() => kept('20', '21'), /JUXTA_IMAGE_RETENTION_DAYS.*from 7 to 20/)
})
