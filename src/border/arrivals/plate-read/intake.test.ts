import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test, type TestContext } from 'node:test'
import { sql } from 'kysely'
import { systemClock } from '#platform/clock'
import type { Database } from '#platform/database'
import { isRefused } from '#platform/decisions'
import { change } from '#platform/events'
import { openSpool } from '#platform/spool'
import { aDatabase } from '#test/database'
import { cameras } from '../camera/camera.store.ts'
import { evolve } from '../camera/camera.ts'
import { registerCamera } from '../camera/register-camera.ts'
import { packed } from './delivery.ts'
import { readImage, sha256Of } from './image-files.feed.ts'
import { startIntake, type Intake } from './intake.feed.ts'
import type { PlateRead } from './plate-read.ts'

const fixture = (name: string): Buffer => readFileSync(new URL(`../../../../fixtures/cameras/${name}`, import.meta.url))
const by = { officerId: 'installer', name: 'Installer', role: 'duty-officer-uk', site: 'calais', at: systemClock.now() } as const
const key = 'a key of the camera'

interface Trial {
  readonly db: Database
  readonly spoolDir: string
  readonly imageDir: string
  readonly handed: PlateRead[]
  start(onReads?: (reads: readonly PlateRead[]) => Promise<void>): Promise<Intake>
}

async function aPort(t: TestContext): Promise<Trial> {
  const db = await aDatabase(t)
  await change(db, cameras, { id: 'calais-1-front', by }, (camera) => registerCamera(camera, { site: 'calais', name: 'Lane 1 front', maker: 'hikvision', faces: null, lane: '1', keySha256: sha256Of(key) }))
  const folder = await mkdtemp(join(tmpdir(), 'juxta-intake-'))
  const trial = { db, spoolDir: join(folder, 'spool'), imageDir: join(folder, 'images'), handed: [] as PlateRead[] }
  const keep = async (reads: readonly PlateRead[]): Promise<void> => void trial.handed.push(...reads)
  const start = async (onReads = keep): Promise<Intake> => {
    const intake = await startIntake({ ...trial, site: 'calais', clock: systemClock, onReads, onFault: () => {} })
    t.after(() => intake.close())
    return intake
  }
  return { ...trial, start }
}

const from = (cameraId: string, bytes: Uint8Array) => ({ cameraId, contentType: '', keyChecked: true, bytes })

async function settled(db: Database, expected: { reads?: number; quarantined?: number }): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const { rows: [now] } = await sql<{ reads: number; quarantined: number; left: number }>`select (select count(*)::int from arrivals.plate_read) as reads, (select count(*)::int from arrivals.quarantine) as quarantined, (select count(*)::int from arrivals.unfollowed_batch) as left`.execute(db)
    if (now?.reads === (expected.reads ?? 0) && now.quarantined === (expected.quarantined ?? 0) && now.left === 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  assert.fail(`never settled at ${JSON.stringify(expected)}`)
}

describe('camera intake', () => {
  test('stores what a message means, keeps its pictures and hands the reads on', async (t) => {
    const { db, start, imageDir, handed } = await aPort(t)
    const intake = await start()
    await intake.receive(from('calais-1-front', fixture('hikvision/pictures.multipart')))
    await settled(db, { reads: 1 })
    const [read] = handed
    assert.partialDeepStrictEqual(read, { plate: 'B84KLG', lane: '1', site: 'calais', capturedAt: '2026-03-14T04:42:18.250Z', rawSha256: sha256Of(fixture('hikvision/pictures.multipart')) })
    assert.equal(read?.images.length, 2)
    assert.ok(await readImage(imageDir, read?.images[0]?.sha256 ?? ''))
  })

  test('has a message on disk the moment it says so', async (t) => {
    const { start, spoolDir } = await aPort(t)
    const intake = await start()
    for (const index of [1, 2, 3]) {
      await intake.receive(from('calais-1-front', Buffer.from(`{"message": ${index}}`)))
      const files = await Promise.all((await readdir(spoolDir)).map((name) => readFile(join(spoolDir, name), 'utf8')))
      assert.ok(files.join('').includes(`{"message": ${index}}`))
    }
  })

  test('knows the same read again, however it comes', async (t) => {
    const { db, start, handed } = await aPort(t)
    const intake = await start()
    const message = fixture('openalpr/group-final.json')
    await Promise.all([message, message, fixture('openalpr/alert-wrapping-a-group.json')].map((bytes) => intake.receive(from('calais-1-front', bytes))))
    await intake.receive(from('calais-1-front', message))
    await intake.receive(from('calais-1-front', fixture('hikvision/pictures.multipart')))
    await settled(db, { reads: 2 })
    assert.equal(handed.length, 2)
    const { rows } = await sql`select reads, duplicates, ignored, quarantined from arrivals.camera_day`.execute(db)
    assert.deepEqual(rows, [{ reads: 2, duplicates: 3, ignored: 0, quarantined: 0 }])
  })

  test('keeps junk whole, with the reason, and goes on to what follows', async (t) => {
    const { db, start } = await aPort(t)
    const intake = await start()
    const junk = [Buffer.alloc(0), Buffer.from([0, 255, 0]), Buffer.from('<a><b></a>'), Buffer.from('{"hello": "\\u0000"}'), Buffer.from('<!DOCTYPE x><x/>')]
    for (const bytes of [...junk, ...junk]) await intake.receive(from('calais-1-front', bytes))
    await intake.receive(from('calais-9-gone', fixture('openalpr/group-final.json')))
    await intake.receive(from('calais-1-front', fixture('openalpr/heartbeat.json')))
    await intake.receive(from('calais-1-front', fixture('openalpr/group-final.json')))
    await settled(db, { reads: 1, quarantined: 6 })
    const { rows } = await sql<{ reason: string; times: number; raw: Buffer }>`select reason, times, raw from arrivals.quarantine order by received_at`.execute(db)
    assert.deepEqual(rows.map(({ reason, times }) => `${reason} ${times}`), ['empty 2', 'unknown-message 2', 'broken-xml 2', 'unknown-message 2', 'forbidden-doctype 2', 'unknown-camera 1'])
    assert.deepEqual(rows[1]?.raw, junk[1])
  })

  test('takes up what an earlier run had on disk and not yet in the database', async (t) => {
    const { db, start, spoolDir, handed } = await aPort(t)
    const spool = await openSpool({ folder: spoolDir, newId: () => 'before', onDurable: () => {}, onDamage: () => {} })
    await spool.append(packed({ ...from('calais-1-front', fixture('openalpr/group-final.json')), receivedAt: by.at }))
    await spool.close()
    await start()
    await settled(db, { reads: 1 })
    assert.equal(handed.length, 1)
  })

  test('counts nothing twice when it is started again over the same spool', async (t) => {
    const { db, start } = await aPort(t)
    const first = await start()
    await first.receive(from('calais-1-front', fixture('openalpr/group-final.json')))
    await settled(db, { reads: 1 })
    await first.close()
    const second = await start()
    await second.receive(from('calais-1-front', fixture('openalpr/frame-two-plates.json')))
    await settled(db, { reads: 3 })
    const { rows } = await sql`select reads, duplicates from arrivals.camera_day`.execute(db)
    assert.deepEqual(rows, [{ reads: 3, duplicates: 0 }])
  })

  test('hands on again what matching failed on', async (t) => {
    const { db, start, handed } = await aPort(t)
    const failing = await start(async () => { throw new Error('matching is away') })
    await failing.receive(from('calais-1-front', fixture('openalpr/group-final.json')))
    while ((await sql`select 1 from arrivals.unfollowed_batch`.execute(db)).rows.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
    await failing.close()
    await start()
    await settled(db, { reads: 1 })
    assert.deepEqual(handed.map(({ plate, images }) => `${plate} ${images.length}`), ['34ABC123 2'])
  })

  test('lets go of what was left behind when its reads are forgotten', async (t) => {
    const { db, start, handed } = await aPort(t)
    await sql`insert into arrivals.unfollowed_batch values (gen_random_uuid(), array[gen_random_uuid()])`.execute(db)
    await (await start()).close()
    await settled(db, {})
    assert.deepEqual(handed, [])
  })

  test('waits for a database that is away and then stores what came meanwhile', async (t) => {
    const { db, start, handed } = await aPort(t)
    const intake = await start()
    await intake.receive(from('calais-1-front', fixture('openalpr/heartbeat.json')))
    await sql`alter table arrivals.plate_read rename to plate_read_away`.execute(db)
    await intake.receive(from('calais-1-front', fixture('openalpr/group-final.json')))
    await intake.receive(from('calais-1-front', fixture('hikvision/pictures.multipart')))
    await sql`alter table arrivals.plate_read_away rename to plate_read`.execute(db)
    await settled(db, { reads: 2 })
    assert.equal(handed.length, 2)
  })

  test('stores every one of more messages than memory may hold', async (t) => {
    const { db, start, handed } = await aPort(t)
    const intake = await start()
    const message = (index: number) => Buffer.from(JSON.stringify({ data_type: 'alpr_group', uuids: [`vehicle-${index}`], best_plate_number: `AB${10000 + index}`, epoch_start: 1773463338000 + index }))
    await Promise.all(Array.from({ length: 7000 }, (_, index) => intake.receive(from('calais-1-front', message(index)))))
    await settled(db, { reads: 7000 })
    assert.equal(new Set(handed.map(({ plate }) => plate)).size, 7000)
    assert.equal(handed.length, 7000)
  })
})

test('a camera that is on the register cannot be registered again until it is retired', () => {
  const camera = { site: 'calais', name: 'Lane 1', maker: 'hikvision', lane: null, faces: null, keySha256: 'x' } as const
  const registered = evolve(undefined, { type: 'camera-registered', ...camera })
  assert.ok(isRefused(registerCamera(registered, camera)))
  assert.ok(!isRefused(registerCamera(evolve(registered, { type: 'camera-retired' }), camera)))
})
