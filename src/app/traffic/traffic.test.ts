import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { instant, ports } from '#values'
import { aSite } from '#test/site'
import { understand } from '../../border/arrivals/plate-read/understand.ts'
import { arrivals } from '../../border/arrivals/wire.ts'
import { lorriesADay, rateAt, secondsToNext } from './day-plan.ts'
import { demoCameras, enrolDemoCameras } from './demo-cameras.ts'
import { misreadShare, readPlate } from './misread.ts'
import { glimpsesOf, lorryFleet } from './passage.ts'
import { makePlate } from './plates.ts'
import { seededRandom } from './random.ts'
import { demoLorry, story } from './story.ts'
import { startTraffic } from './traffic.ts'
import { writeHikvision } from './write-hikvision.ts'
import { writeOpenAlpr } from './write-openalpr.ts'
import { writePlateRecognizer } from './write-plate-recognizer.ts'

describe('a day of traffic', () => {
  for (const port of ports) {
    test(`brings ${port} its lorries, give or take a tenth, with quiet nights`, () => {
      const random = seededRandom(7)
      let lorries = 0
      for (let second = secondsToNext(port, 0, random); second < 86_400; second += secondsToNext(port, second, random)) lorries++
      assert.ok(Math.abs(lorries - lorriesADay[port]) < lorriesADay[port] * 0.1, `${lorries} lorries`)
      const between = (from: number, to: number) => Array.from({ length: 7200 }, (_, at) => rateAt(port, from * 3600 + (at * (to - from) * 3600) / 7200)).reduce((sum, rate) => sum + rate, 0)
      assert.ok(between(2, 6) < between(14, 18) * 0.6)
    })
  }
  test('is the same again from the same seed', () => {
    const first = () => Array.from({ length: 5 }, ((random) => () => makePlate(random).plate)(seededRandom(11)))
    assert.deepEqual(first(), first())
  })
})

test('about twelve plates in a hundred are misread', () => {
  const random = seededRandom(3)
  const misread = Array.from({ length: 5000 }, () => makePlate(random).plate).filter((plate) => readPlate(plate, random).text !== plate).length
  assert.ok(Math.abs(misread / 5000 - misreadShare) < 0.02, `${misread} of 5000`)
})

describe('what the made-up cameras write', () => {
  const random = seededRandom(5)
  const glimpses = glimpsesOf(lorryFleet(random)(), demoCameras('calais'), random)
  const sightings = glimpses.map(({ camera, plates }) => ({ camera, plates, at: instant('2026-03-14T04:42:18.250Z'), eventId: 'event1' }))
  const plates = sightings.flatMap((sighting) => sighting.plates.map(({ reading }) => reading.text))
  for (const [maker, write] of Object.entries({ writeHikvision, writePlateRecognizer, writeOpenAlpr: (sighting: Parameters<typeof writeHikvision>[0]) => writeOpenAlpr(sighting, false) })) {
    test(`${maker}: is understood as the plates, times and pictures that were meant`, () => {
      const reads = sightings.flatMap((sighting) => write(sighting)).flatMap(({ body, contentType }) => understand(body, contentType).reads)
      assert.deepEqual(reads.map(({ plate }) => plate), plates)
      assert.ok(reads.every(({ capturedAt, images, country }) => capturedAt === '2026-03-14T04:42:18.250Z' && images.length > 0 && country !== null))
      for (const { bytes } of reads.flatMap(({ images }) => images)) assert.equal(Buffer.from(bytes).toString('hex', 0, 2), 'ffd8')
    })
  }
})

describe('traffic that is started against a port', () => {
  test('arrives over HTTP, is stored, and brings no junk', async () => {
    const { app, db, listen, by } = await aSite({ wirings: [arrivals] })
    await enrolDemoCameras(db, by('duty-officer-uk'))
    const traffic = startTraffic({ targets: [{ port: 'calais', url: await listen() }], speed: 500, seed: 1, story: true })
    const count = async () => (await sql<{ reads: number; junk: number }>`select (select count(*)::int from arrivals.plate_read) as reads, (select count(*)::int from arrivals.quarantine) as junk`.execute(db)).rows[0]
    for (let tries = 0; tries < 200 && ((await count())?.reads ?? 0) < 20; tries++) await new Promise((resolve) => setTimeout(resolve, 50))
    await traffic.stop()
    assert.ok(((await count())?.reads ?? 0) >= 20)
    assert.equal((await count())?.junk, 0)
    // One message may tell of two plates.
    assert.ok(traffic.posted() >= 10)
    // What is still in the spool must not meet a database that the end of the test has taken away.
    await app.close()
  })
  test('brings the listed lorry to Calais first and to Dunkerque some minutes later', () => {
    assert.deepEqual(story.map(({ port, lorry }) => [port, lorry.tractor]), [['calais', demoLorry], ['dunkerque', demoLorry]])
  })
})
