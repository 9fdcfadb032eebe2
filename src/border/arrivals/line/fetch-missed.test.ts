import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { device, onlyWithin, resolveTarget } from '#platform/outgoing'
import { aStreamingCamera } from '#test/a-streaming-camera'
import { instant, type Instant } from '#values'
import { understand } from '../plate-read/understand.ts'
import { missedRecords, recordsIn } from './dahua-records.ts'
import { fetchMissed } from './fetch-missed.feed.ts'

const kept = readFileSync(new URL('../../../../fixtures/cameras/dahua/kept-files.txt', import.meta.url), 'utf8')
const credentials = { user: 'reader', password: 'a password' }
const from = instant('2026-03-14T04:40:00Z')
const until = instant('2026-03-14T04:55:00Z')

describe('what a camera kept while its line was down', () => {
  const { found, records } = recordsIn(kept)
  test('is one record a picture, but for vehicles without a plate', () => {
    assert.equal(found, 4)
    assert.deepEqual(records.map(({ plate }) => plate), ['GX072TK', 'GX072TK', 'KBC2847'])
  })
  test('counts once where several pictures show one passage', () => {
    assert.deepEqual(missedRecords(records, []).map(({ plate }) => plate), ['GX072TK', 'KBC2847'])
  })
  test('does not count what came live, give or take three seconds of one plate', () => {
    const live = (plate: string, seconds: number) => ({ plate, localMs: (records[0]?.localMs ?? 0) + seconds * 1000 })
    assert.deepEqual(missedRecords(records, [live('GX072TK', 3)]).map(({ plate }) => plate), ['KBC2847'])
    assert.deepEqual(missedRecords(records, [live('GX072TK', -4)]).map(({ plate }) => plate), ['GX072TK', 'KBC2847'])
    assert.deepEqual(missedRecords(records, [live('GX072TX', 0)]).map(({ plate }) => plate), ['GX072TK', 'KBC2847'])
  })
  test('is empty when the answer is no list', () => {
    for (const answer of ['', 'Error', 'found=0\r\n', 'found=1\r\nitems[0].StartTime=2026-13-99 05:42:18\r\nitems[0].Summary.TrafficCar.PlateNumber=AB12CDE']) assert.deepEqual(recordsIn(answer).records, [], answer)
  })
})

async function fetched(more: { readonly clockAheadMs?: number; readonly known?: readonly { readonly plate: string; readonly toldAt: Instant }[]; readonly pages?: readonly string[]; readonly start?: Instant }) {
  const camera = await aStreamingCamera({ ...credentials, algorithm: 'MD5', contentType: 'text/plain', pages: () => more.pages ?? [kept] })
  const messages: string[] = []
  const count = await fetchMissed({
    device: device(await resolveTarget(camera.url, ['http'], onlyWithin(['127.0.0.1'])), credentials), signal: new AbortController().signal,
    channel: 1, from: more.start ?? from, until, clockAheadMs: more.clockAheadMs ?? 0, known: async () => more.known ?? [], receive: async (message) => void messages.push(Buffer.from(message).toString()),
  })
  await camera.close()
  return { count, messages, asked: camera.asked.map((path) => decodeURIComponent(path)) }
}

describe('a backfill', () => {
  test('asks for the gap with a margin, in the camera’s own local time, and gives the finder back', async () => {
    const { asked } = await fetched({ clockAheadMs: 90_000 })
    assert.match(asked[1] ?? '', /condition\.StartTime=2026-03-14 05:40:30&condition\.EndTime=2026-03-14 05:57:30&/)
    assert.deepEqual(asked.map((path) => /action=(\w+(\.\w+)?)/.exec(path)?.[1]), ['factory.create', 'findFile', 'findNextFile', 'close', 'destroy'])
  })
  test('gives reads like any others, each known again when it is fetched twice', async () => {
    const [first, second] = [await fetched({}), await fetched({})]
    const reads = first.messages.flatMap((message) => understand(Buffer.from(message)).reads)
    assert.deepEqual(reads.map(({ plate, capturedAt }) => `${plate} ${capturedAt}`), ['GX072TK 2026-03-14T04:42:18.000Z', 'KBC2847 2026-03-14T04:50:02.000Z'])
    assert.deepEqual(second.messages.flatMap((message) => understand(Buffer.from(message)).reads).map(({ sameAs }) => sameAs), reads.map(({ sameAs }) => sameAs))
  })
  test('takes nothing that came live', async () => {
    const { count } = await fetched({ known: [{ plate: 'GX072TK', toldAt: instant('2026-03-14T04:42:17.250Z') }, { plate: 'KBC2847', toldAt: instant('2026-03-14T04:50:02Z') }] })
    assert.equal(count, 0)
  })
  test('goes on from page to page until one is not full', async () => {
    const page = (minute: number) => `found=100\r\n${Array.from({ length: 100 }, (_, at) => `items[${at}].StartTime=2026-03-14 05:${minute}:${String(Math.floor(at / 2)).padStart(2, '0')}\r\nitems[${at}].Summary.TrafficCar.PlateNumber=AB${minute}${String(at).padStart(3, '0')}`).join('\r\n')}\r\n`
    assert.equal((await fetched({ pages: [page(41), page(42), kept] })).count, 202)
  })
  test('asks nothing for a cut of a moment', async () => {
    assert.deepEqual(await fetched({ start: instant('2026-03-14T04:54:58Z') }), { count: 0, messages: [], asked: [] })
  })
})
