import { shapeSeenMin } from './limits.ts'

/**
 * What plates look like where the traffic comes from (anpr.md 3, from issuing rules). Only ever a prior: a read that no country issues is
 * more likely to be a mistake, so the plate it was mistaken for is more likely to be the listed one. It raises no hit by itself.
 */
const common = [
  // United Kingdom since 2001, and Northern Ireland
  '[A-HJ-PR-Y]{2}\\d{2}[A-HJ-PR-Z]{3}', '[A-Z]{2}[IZ]\\d{2,4}',
  // France since 2009, Italy
  '[A-HJ-NP-TV-Z]{2}\\d{3}[A-HJ-NP-TV-Z]{2}',
  // Poland
  '[A-Z]{2}\\d{5}', '[A-Z]{2}\\d{4}[A-Z]', '[A-Z]{3}\\d{4,5}',
  // Romania; Lithuania, Hungary, Belgium before 2010; Spain; Bulgaria and Ukraine
  '[A-Z]{2}\\d{2}[A-PR-Z]{3}', 'B\\d{2,3}[A-PR-Z]{3}', '[A-Z]{3}\\d{3}', '\\d{4}[B-DF-HJ-NPR-TV-Z]{3}', '[ABEKMHOPCTYX]{1,2}\\d{4}[ABEKMHOPCTYXI]{2}',
  // Belgium; Germany; Ireland; Czechia; Türkiye
  '\\d[A-Z]{3}\\d{3}', '[A-Z]{2,5}\\d{1,4}[EH]?', '\\d{2,3}[A-Z]{1,2}\\d{1,6}', '\\d[A-Z]\\d{5}', '\\d[A-Z]{2}\\d{4}', '(?:0[1-9]|[1-7]\\d|8[01])[A-Z]{1,3}\\d{2,5}',
  // The Netherlands: six characters in three groups
  '[A-Z]{2}\\d{2}[A-Z]{2}', '\\d{2}[A-Z]{3}\\d', '\\d[A-Z]{3}\\d{2}', '[A-Z]{2}\\d{3}[A-Z]', '[A-Z]\\d{3}[A-Z]{2}', '[A-Z]{3}\\d{2}[A-Z]', '\\d{2}[A-Z]{4}', '[A-Z]{2}[A-Z]{2}\\d{2}',
]

/** Older or seldom issued: still on the road, and what most misreads of the common ones look like. */
const rare = [
  '[A-Z]\\d{1,3}[A-Z]{3}', '[A-Z]{3}\\d{1,3}[A-Z]', '\\d{3,4}[A-Z]{2,3}\\d{2}', '[A-Z]{1,2}\\d{4}[A-Z]{1,2}', '[A-Z]{2}\\d{3}[A-Z]{2}', '[A-Z]{2,3}\\d[A-Z]{1,2}\\d{2,3}',
  '[A-Z]{3}\\d{3}[A-Z]{1,2}', '[A-Z]{4}\\d{3}', '\\d{4}[A-Z]{3}', '[A-Z]{1,3}\\d{1,4}',
]

const isCommon = new RegExp(`^(?:${common.join('|')})$`)
const isRare = new RegExp(`^(?:${rare.join('|')})$`)

/** How much less likely a plate of this shape is to pass at all, in natural logs: a third, and a hundredth of the others. */
const rareCost = 1
const unissuedCost = 4.6

/** What speaks against there being such a plate at all, in natural logs. Nothing where it is not known whole. */
export type Rarity = (plate: string) => number

/** By what countries issue, as long as nobody has looked at what passes. */
export const shapeCost: Rarity = (plate) => {
  if (plate.includes('#') || isCommon.test(plate)) return 0
  return isRare.test(plate) ? rareCost : unissuedCost
}

/** How often each shape passed. */
export type ShapeCounts = Readonly<Record<string, number>>

/** `LLDDLLL`: where letters and where digits stand. */
export function shapeOf(plate: string): string {
  return plate.replace(/[A-Z#]/g, 'L').replace(/\d/g, 'D')
}

/** Shapes of the plates that passed, without those seen only now and then: most of them are misreads. */
export function countShapes(passed: readonly string[]): ShapeCounts {
  const counts = new Map<string, number>()
  for (const plate of passed) counts.set(shapeOf(plate), (counts.get(shapeOf(plate)) ?? 0) + 1)
  return Object.fromEntries([...counts].filter(([, times]) => times >= shapeSeenMin))
}

/** Letters that series use: most leave out two or three that look like digits. */
const lettersIssued = 23

/**
 * By what passes: how thinly the vehicles of a shape are spread over the plates it has room for, beside the average vehicle. Of a short
 * plate there are few, so that the neighbour of a listed one is far likelier to be on the road.
 */
export function rarityAmong(passed: ShapeCounts): Rarity {
  const total = Object.values(passed).reduce((sum, times) => sum + times, 0)
  const thinness = (shape: string): number => {
    const letters = shape.split('L').length - 1
    return letters * Math.log(lettersIssued) + (shape.length - letters) * Math.log(10) - Math.log(Math.max(passed[shape] ?? 0, 0.5) / total)
  }
  const average = Object.entries(passed).reduce((sum, [shape, times]) => sum + (times / total) * thinness(shape), 0)
  return (plate) => (plate.includes('#') ? 0 : thinness(shapeOf(plate)) - average)
}
