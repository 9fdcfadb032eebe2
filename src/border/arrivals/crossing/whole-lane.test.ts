import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { instantOfEpochMs, plate } from '#values'
import { openPassages } from './open-passages.ts'
import { passingRead, readsOf, type Passage, type PassingRead } from './passage.ts'

/** Chance that is the same in each run. */
function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

interface Told extends PassingRead {
  readonly vehicle: number
  readonly arrivesMs: number
}

const letters = 'ABCDEFGHJKLMNPRSTVWXYZ'
const seconds = 1000

/** A lane of lorries as its cameras tell of it: plates unread or misread, some sent twice, messages delayed on the way. */
function aLane(seed: number, { lorries, camerasApartMs }: { readonly lorries: number; readonly camerasApartMs: number }): readonly Told[] {
  const chance = chanceFrom(seed)
  const pick = (text: string): string => text[Math.floor(chance() * text.length)] ?? 'A'
  const aPlate = (): string => pick(letters) + pick(letters) + pick('0123456789') + pick('0123456789') + pick(letters) + pick(letters) + pick(letters)
  const misread = (text: string): string => (chance() < 0.12 ? text.replace(/[A-Z0-9]/, pick(letters)) : text)
  let atMs = 1_770_000_000_000
  let number = 0
  const told: Told[] = []
  const see = (vehicle: number, text: string, momentMs: number, more: Partial<PassingRead>): void => {
    if (chance() < 0.08) return
    number += 1
    const at = instantOfEpochMs(Math.round(momentMs))
    const asRead = misread(text)
    const base = { id: `r${number}`, site: 'calais' as const, cameraHint: null, cameraId: '', lane: '1', direction: null, capturedAt: at, receivedAt: at, plate: plate(asRead), plateAsRead: asRead, country: null, confidence: 0.6 + chance() * 0.4, characterConfidence: null, candidates: [], passageHint: null, state: 'new' as const, format: 'x', rawSha256: '', images: [] }
    told.push({ ...passingRead({ ...base, ...more }, more.faces ?? null), vehicle, arrivesMs: momentMs + chance() * chance() * 4 * seconds })
  }
  for (let vehicle = 0; vehicle < lorries; vehicle++) {
    atMs += (9 + chance() * 20) * seconds
    const isArticulated = chance() < 0.7
    const [tractor, trailer] = [aPlate(), aPlate()]
    const rearMs = atMs + camerasApartMs + (4 + chance() * 3) * seconds
    for (let repeats = 0; repeats < (chance() < 0.3 ? 2 : 1); repeats++) see(vehicle, tractor, atMs + repeats * seconds, { cameraId: 'calais-1-front', faces: 'front' })
    see(vehicle, isArticulated ? trailer : tractor, rearMs, { cameraId: 'calais-1-rear', faces: 'rear' })
  }
  return told.toSorted((one, other) => one.arrivesMs - other.arrivesMs)
}

function groupedBy(told: readonly Told[]) {
  const open = openPassages()
  const passages = new Map<string, Passage>()
  let ids = 0
  for (const read of told) {
    const passage = open.add(read, () => String(++ids))
    passages.set(passage.id, passage)
    for (const gone of open.trim()) assert.fail(`${gone} was forgotten`)
  }
  return [...passages.values()].map((passage) => readsOf(passage).map(({ id }) => told.find((read) => read.id === id)?.vehicle))
}

/** Shares of vehicles that lie whole in one crossing, and of crossings that mix two vehicles. */
function quality(seed: number, lane: { readonly lorries: number; readonly camerasApartMs: number }) {
  const told = aLane(seed, lane)
  const groups = groupedBy(told)
  const seen = new Set(told.map(({ vehicle }) => vehicle))
  const split = [...seen].filter((vehicle) => groups.filter((group) => group.includes(vehicle)).length > 1).length
  const mixed = groups.filter((group) => new Set(group).size > 1).length
  return { whole: 1 - split / seen.size, mixed: mixed / groups.length }
}

describe('a lane of five hundred lorries, 8% of reads missing, 12% misread, messages up to four seconds late', () => {
  for (const [words, camerasApartMs, leastWhole, mostMixed] of [['at one gantry', 0, 0.995, 0.005], ['with the rear camera three seconds on', 3 * seconds, 0.995, 0.005], ['with the rear camera so far on that the next lorry comes between', 8 * seconds, 0.98, 0.025]] as const) {
    test(`${words}: nearly every lorry is one crossing, and hardly a crossing mixes two`, () => {
      for (const seed of [1, 2, 3]) {
        const { whole, mixed } = quality(seed, { lorries: 500, camerasApartMs })
        assert.ok(whole >= leastWhole, `${whole} whole with seed ${seed}`)
        assert.ok(mixed <= mostMixed, `${mixed} mixed with seed ${seed}`)
      }
    })
  }
})
