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

/** What speaks against there being such a plate at all, as a cost. Nothing where it is not known whole. */
export function shapeCost(plate: string): number {
  if (plate.includes('#') || isCommon.test(plate)) return 0
  return isRare.test(plate) ? rareCost : unissuedCost
}
