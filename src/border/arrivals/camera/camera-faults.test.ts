import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { aSite } from '#test/site'
import { arrivals } from '../wire.ts'
import { countHabits } from './camera-habit.store.ts'
import { cameraFaults, type CameraRecord } from './camera-faults.ts'

const well: CameraRecord = { silentSeconds: 20, gaps: 400, usualGapSeconds: 180, clockReads: 40, clockAheadSeconds: -0.8, clockSetAheadSeconds: 0, lineDownSeconds: null, lineReason: null }

describe('a camera\'s silence', () => {
  test('is a fault beyond twice its longest usual gap at this hour, and not before', () => {
    assert.deepEqual(cameraFaults({ ...well, silentSeconds: 360 }), [])
    assert.partialDeepStrictEqual(cameraFaults({ ...well, silentSeconds: 361 }), [{ fault: 'silent', usualGapSeconds: 180 }])
  })
  test('is no fault at an hour when it is usually silent, nor before it has habits', () => {
    assert.deepEqual(cameraFaults({ ...well, silentSeconds: 3600, usualGapSeconds: 2400 }), [])
    assert.deepEqual(cameraFaults({ ...well, silentSeconds: 3600, gaps: 19 }), [])
  })
  test('of less than five minutes is never a fault', () => {
    assert.deepEqual(cameraFaults({ ...well, usualGapSeconds: 3, silentSeconds: 300 }), [])
  })
})

describe('a camera\'s clock', () => {
  test('may be half a minute out, and no more', () => {
    assert.deepEqual(cameraFaults({ ...well, clockAheadSeconds: -30 }), [])
    assert.deepEqual(cameraFaults({ ...well, clockAheadSeconds: -31 }), [{ fault: 'clock', aheadSeconds: -31, zoneHours: null }])
  })
  test('whole hours out is in the wrong zone', () => {
    assert.partialDeepStrictEqual(cameraFaults({ ...well, clockAheadSeconds: 3601 }), [{ zoneHours: 1 }])
    assert.partialDeepStrictEqual(cameraFaults({ ...well, clockAheadSeconds: 5400 }), [{ zoneHours: null }])
  })
  test('is not judged by a handful of reads', () => {
    assert.deepEqual(cameraFaults({ ...well, clockReads: 4, clockAheadSeconds: 9000 }), [])
  })
})

describe('the page of cameras', async () => {
  const site = await aSite({ wirings: [arrivals], now: '2026-03-10T09:00:00Z' })
  const duty = site.signedInAs('duty-officer-uk')
  const reads = (camera: string, from: string, { count, everySeconds, aheadSeconds }: { readonly count: number; readonly everySeconds: number; readonly aheadSeconds: number }) => sql`
    insert into arrivals.plate_read (id, site, camera_id, captured_at, received_at, plate, plate_as_read, candidates, state, format, raw_sha256, spool_position, same_as_sha256)
    select gen_random_uuid(), 'calais', ${camera}, at + make_interval(secs => ${aheadSeconds}), at, 'AB12CDE', 'AB12CDE', '[]', 'new', 'axis', 'x', 0, ${camera} || at::text
    from (select ${from}::timestamptz + make_interval(secs => n * ${everySeconds}) as at from generate_series(0, ${count}::int - 1) as n) as moments`.execute(site.db)
  const heard = (camera: string, at: string) => sql`insert into arrivals.camera_day values ('calais', ${camera}, '2026-03-10', 9, 0, 0, 0, ${at}::timestamptz)`.execute(site.db)
  for (const ending of ['silent', 'drifting', 'well']) await duty.post('/cameras/register', { ending, name: ending, maker: 'axis', lane: '', key: 'a key of more than sixteen characters' })
  for (const ending of ['silent', 'drifting', 'well']) await reads(`calais-${ending}`, '2026-03-09T08:30:00Z', { count: 60, everySeconds: 60, aheadSeconds: 0.5 })
  await heard('calais-silent', '2026-03-10T08:48:00Z')
  await heard('calais-drifting', '2026-03-10T08:59:50Z')
  await heard('calais-well', '2026-03-10T08:59:50Z')
  await reads('calais-drifting', '2026-03-10T08:40:00Z', { count: 10, everySeconds: 60, aheadSeconds: -3602 })
  await reads('calais-well', '2026-03-10T08:40:00Z', { count: 10, everySeconds: 60, aheadSeconds: -1 })

  await countHabits(site.db, 'calais', site.clock.now())

  test('says which camera is silent beyond its habit, and which has a clock that drifts', async () => {
    const { body } = await duty.get('/cameras')
    assert.match(body, /Silent for 12 min\. At this hour it is hardly ever silent for more than 60 s\./)
    assert.match(body, /Its clock is 60 min behind ours\. It is set to another time zone/)
    assert.match(body, /figure__number">2<\/span><span class="figure__words">cameras have a fault/)
    assert.equal(body.match(/class="camera-fault"/g)?.length, 2)
  })
  test('says it in French', async () => {
    const { body } = await duty.get('/cameras', { cookie: `${duty.cookie}; language=fr` })
    assert.match(body, /Son horloge retarde de 60 min sur la nôtre/)
  })
})
