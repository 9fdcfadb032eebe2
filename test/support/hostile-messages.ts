import { readdirSync, readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import fc from 'fast-check'
import { Unintelligible } from '#platform/wire-formats'
import { understand } from '../../src/border/arrivals/plate-read/understand.ts'
import type { Understanding, UnderstoodRead } from '../../src/border/arrivals/plate-read/understanding.ts'

/** What one maker's messages were turned into and what came of it. Run as a thread of its own, so that memory and endless work are held in bounds. */
export interface Outcome {
  readonly tried: number
  readonly understood: number
  readonly refused: number
  /** What should never happen, in words; empty when all is well. */
  readonly broken: readonly string[]
}

const fixtures = new URL('../../fixtures/cameras/', import.meta.url)

export const makersWithFixtures: readonly string[] = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name)

export function messagesOf(maker: string): readonly Buffer[] {
  const folder = new URL(`${maker}/`, fixtures)
  return readdirSync(folder).map((name) => readFileSync(new URL(name, folder)))
}

type Mutation = fc.Arbitrary<(message: Buffer) => Buffer>

const at = (share: number, length: number): number => Math.floor(share * length)
const share = fc.double({ min: 0, max: 0.999_999, noNaN: true })

/** Ways in which lines, firmware and people with bad intent change a message. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'cut off': share.map((end) => (message) => message.subarray(0, at(end, message.length))),
  'cut at the front': share.map((start) => (message) => message.subarray(at(start, message.length))),
  'with bytes changed': fc.array(fc.tuple(share, fc.nat(255)), { minLength: 1, maxLength: 30 }).map((edits) => (message) => {
    const bytes = Buffer.from(message)
    for (const [where, value] of edits) if (bytes.length > 0) bytes[at(where, bytes.length)] = value
    return bytes
  }),
  'with a piece repeated': fc.tuple(share, fc.nat(60), fc.integer({ min: 2, max: 4000 })).map(([where, length, times]) => (message) => {
    const start = at(where, message.length)
    const piece = message.subarray(start, start + length)
    return Buffer.concat([message.subarray(0, start), ...Array.from({ length: times }, () => piece), message.subarray(start)])
  }),
  'with a huge field': fc.tuple(share, fc.constantFrom(...'A9<{"-,\u0000'), fc.integer({ min: 1000, max: 2_000_000 })).map(([where, character, length]) => (message) => {
    const places = [...message.toString('latin1').matchAll(/[:="'>]/g)].map(({ index }) => index + 1)
    const place = places[at(where, places.length)] ?? 0
    return Buffer.concat([message.subarray(0, place), Buffer.alloc(length, character), message.subarray(place)])
  }),
  'with random bytes in it': fc.tuple(share, fc.uint8Array({ minLength: 1, maxLength: 3000 })).map(([where, bytes]) => (message) => {
    const place = at(where, message.length)
    return Buffer.concat([message.subarray(0, place), bytes, message.subarray(place)])
  }),
  'many times over': fc.integer({ min: 2, max: 60 }).map((times) => (message) => Buffer.concat(Array.from({ length: times }, () => message))),
}

const contentTypes = fc.constantFrom('', 'application/json', 'application/xml', 'multipart/form-data; boundary=boundary', 'multipart/form-data; boundary="', 'text/plain', 'application/x-www-form-urlencoded')

/** Holds every maker's messages, changed in every way, against the one property; `runs` of each way. */
export function tryHostile(maker: string, { runs, seed }: { readonly runs: number; readonly seed: number }): Outcome {
  const messages = messagesOf(maker)
  const outcome = { tried: 0, understood: 0, refused: 0, broken: [] as string[] }
  for (const [way, mutation] of Object.entries(mutations)) {
    for (const [change, index, contentType] of fc.sample(fc.tuple(mutation, fc.nat(messages.length - 1), contentTypes), { numRuns: runs, seed })) {
      const bytes = change(messages[index] ?? Buffer.alloc(0))
      outcome.tried += 1
      const found = endOf(bytes, contentType)
      if (found === 'refused') outcome.refused += 1
      else if (found === 'understood') outcome.understood += 1
      else outcome.broken.push(`${maker} ${way} (seed ${seed}): ${found}`)
    }
  }
  return outcome
}

/** Understands or refuses, and what it understands is within limits: the only ends bytes from a camera may come to. */
function endOf(bytes: Buffer, contentType: string): string {
  try {
    const broken = outOfLimits(understand(bytes, contentType), bytes.length)
    return broken ?? 'understood'
  } catch (error) {
    return error instanceof Unintelligible ? 'refused' : `it threw ${String(error)}`
  }
}

const readsMax = 32 * 32

function outOfLimits({ reads, ignored }: Understanding, messageBytes: number): string | undefined {
  if (reads.length > readsMax || ignored.length > messageBytes) return `${reads.length} reads and ${ignored.length} ignored`
  return reads.map((read) => readOutOfLimits(read, messageBytes)).find((broken) => broken !== undefined)
}

function readOutOfLimits(read: UnderstoodRead, messageBytes: number): string | undefined {
  const words = [read.plateAsRead, read.country, read.cameraHint, read.lane, read.direction, read.passageHint]
  const sures = [read.confidence, ...(read.characterConfidence ?? []), ...read.candidates.map(({ confidence }) => confidence)]
  if (!/^[A-Z0-9#]{1,14}$/.test(read.plate)) return `a plate ${JSON.stringify(read.plate.slice(0, 50))}`
  if (read.country !== null && !/^[A-Z]{2}$/.test(read.country)) return `a country ${read.country.slice(0, 50)}`
  // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
  if (words.some((text) => text !== null && (text.length > 200 || /[\u0000-\u001f]/.test(text)))) return 'a word too long or with control characters'
  if (sures.some((sure) => sure !== null && !(sure >= 0 && sure <= 1))) return 'a confidence beyond one'
  if (read.candidates.length > 20 || (read.characterConfidence?.length ?? 0) > 200) return 'too many candidates'
  if (read.capturedAt !== null && !/^2[01]\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(read.capturedAt)) return `a moment ${read.capturedAt}`
  return read.images.reduce((sum, { bytes }) => sum + bytes.length, 0) > messageBytes * 2 ? 'more pictures than it was sent' : undefined
}

interface Wanted {
  readonly makers: readonly string[]
  readonly runs: number
  readonly seed: number
}

if (parentPort !== null) {
  const { makers, runs, seed } = workerData as Wanted
  for (const maker of makers) parentPort.postMessage([maker, tryHostile(maker, { runs, seed })])
}
