import { shapeOf } from '../reading-errors/plate-shapes.ts'

/** How likely each plate is to be the next to pass, as far as the plates that passed lately tell. */
export interface LikelyTraffic {
  /** Plates it was learned from. */
  readonly plates: number
  chanceOf(plate: string): number
}

const letters = 26
const digits = 10

/**
 * Learned as shapes and as what stands in each place of a shape: a sample of some thousands tells how often a plate like `AB12CDE`
 * passes, though it holds only few of them. A shape that was never seen counts as half of one that was seen once.
 */
export function likelyTraffic(passed: readonly string[]): LikelyTraffic {
  const byShape = new Map<string, string[]>()
  for (const plate of passed) addTo(byShape, shapeOf(plate), plate)
  const places = new Map<string, readonly ReadonlyMap<string, number>[]>([...byShape].map(([shape, plates]) =>
    [shape, Array.from(shape, (_kind, at) => countsAt(plates, at))]))
  return {
    plates: passed.length,
    chanceOf: (plate) => {
      const shape = shapeOf(plate)
      const of = byShape.get(shape)?.length ?? 0
      const share = Math.max(of, 0.5) / Math.max(1, passed.length + 0.5)
      const counts = places.get(shape)
      return Array.from(shape).reduce((chance, kind, at) => {
        const kinds = kind === 'L' ? letters : digits
        return chance * (((counts?.[at]?.get(plate.charAt(at)) ?? 0) + 1) / (of + kinds))
      }, share)
    },
  }
}

function countsAt(plates: readonly string[], at: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const plate of plates) counts.set(plate.charAt(at), (counts.get(plate.charAt(at)) ?? 0) + 1)
  return counts
}

function addTo(byShape: Map<string, string[]>, shape: string, plate: string): void {
  const there = byShape.get(shape)
  if (there === undefined) byShape.set(shape, [plate])
  else there.push(plate)
}
