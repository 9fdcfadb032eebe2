import assert from 'node:assert/strict'
import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { sql } from 'kysely'
import { foldHistory, historyOf } from '#platform/events'
import { watchDisk } from '#platform/health'
import { newId } from '#platform/identity'
import { passed, type Passed } from '#test/a-passage'
import { aSite, type TestParts } from '#test/site'
import { until } from '#test/until'
import { hoursAfter, type Instant } from '#values'
import { arrivals } from '../wire.ts'
import { coordination, lanes } from '../../coordination/wire.ts'
import { examinations } from '../../examinations/wire.ts'
import { picturesSparedHours } from '../limits.ts'
import { imageFolder } from '../plate-read/camera-intake.feed.ts'
import { readImage } from '../plate-read/image-files.feed.ts'
import { keepWeeks } from './keep-weeks.feed.ts'
import { forgettings } from './retention.store.ts'

const diskFolder = await mkdtemp(join(tmpdir(), 'juxta-nearly-full-'))

/** A reserve as large as two thirds of what is free: a real disk, looked at by the real watch, that has too little room. */
const { bavail, bsize } = await statfs(diskFolder)
const disk = await watchDisk({ folder: diskFolder, reserveBytes: Math.floor((bavail * bsize * 2) / 3), onFault: (fault) => assert.fail(String(fault)) })

const before: Record<string, Passed> = {}

/** What is there when the port starts. */
async function seeded({ db, folder, clock }: TestParts): Promise<void> {
  await keepWeeks(db, clock.today())
  const imageDir = imageFolder(folder, 'calais')
  const ago = (hours: number): Instant => hoursAfter(-hours, clock.now())
  before['old'] = await passed('OLD1', ago(24 * 6), { db, imageDir })
  before['searched'] = await passed('SEAR1', ago(24 * 5), { db, imageDir })
  before['justOld'] = await passed('JUST1', ago(picturesSparedHours + 1), { db, imageDir })
  before['inTheZone'] = await passed('ZONE1', ago(picturesSparedHours - 1), { db, imageDir })
  await sql`insert into examinations.search (id, site, stage, layer, lane, officers, crossing_id, opened_at, opened_by, steps)
    values (${newId()}, 'calais', 'open', 'x', '4', '[]', ${before['searched'].crossing}, ${clock.now()}, 'x', '[]')`.execute(db)
}

const site = await aSite({
  disk,
  wirings: async (parts) => {
    await seeded(parts)
    return [lanes, arrivals, examinations, coordination]
  },
})

// When the site has let go of its disk.
after(() => rm(diskFolder, { recursive: true, force: true }))

describe('a port whose disk is nearly full', () => {
  const officer = site.signedInAs('lane-officer')
  const isKept = async (name: string): Promise<boolean> => (await readImage(imageFolder(site.folder, 'calais'), before[name]?.picture ?? '')) !== undefined

  test('deletes the oldest pictures, and neither those of a search nor those of vehicles that may still be in the zone', async () => {
    await until('the youngest that may go has gone', async () => !(await isKept('justOld')))
    assert.deepEqual(await Promise.all(['old', 'searched', 'justOld', 'inTheZone'].map(isKept)), [false, true, false, true])
  })

  test('says so on its board, in both languages', async () => {
    const board = async (language: string): Promise<string> => (await officer.get('/lanes', { cookie: `${officer.cookie}; language=${language}` })).body
    await until('the board says so', async () => (await board('en')).includes('the oldest pictures were deleted to make room'))
    assert.match(await board('fr'), /les images les plus anciennes ont été supprimées/)
  })

  test('writes down how many and why, in a history that plays to its row', async () => {
    const id = 'calais 2026-03-10'
    const [entry] = await historyOf(site.db, 'forgetting', id)
    assert.deepEqual([entry?.type, entry?.by.role], ['reads-forgotten', 'machine'])
    assert.match(entry?.by.reason ?? '', /The disk was nearly full/)
    const row = await forgettings.read(site.db, id)
    assert.partialDeepStrictEqual(row, { reads: 0, pictures: 2 })
    assert.deepEqual(await foldHistory(site.db, forgettings, id), row)
  })
})
