import type { Chance } from './chance.ts'

interface Series {
  readonly country: string
  /** Of a hundred vehicles. */
  readonly share: number
  readonly draw: (by: Chance) => string
}

const latin = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const without = (left: string): string => [...latin].filter((letter) => !left.includes(letter)).join('')
const british = without('IQ')
const french = without('IOU')
const bulgarian = 'ABEKMHOPCTYX'
const dutch = without('AEIOUCQ')

const letters = (by: Chance, from: string, count: number): string => Array.from({ length: count }, () => from.charAt(by.below(from.length))).join('')
const digits = (by: Chance, count: number): string => Array.from({ length: count }, () => by.below(10)).join('')
/** Since 2001 a British plate names its half-year: 02 to 26, and the same with 50 added. */
const halfYear = (by: Chance): string => String(by.happens(0.5) ? by.below(25) + 2 : by.below(25) + 51).padStart(2, '0')

/**
 * The vehicles of the measurement: a mix as on the way to Dover, each drawn evenly from its country's series. Written for the measurement and
 * apart from what the matcher believes of shapes; one in twenty follows no series it knows.
 */
const series: readonly Series[] = [
  { country: 'GB', share: 52, draw: (by) => letters(by, without('IQZ'), 2) + halfYear(by) + letters(by, british, 3) },
  { country: 'GB', share: 4, draw: (by) => letters(by, without('IOQUZ'), 1) + String(by.below(999) + 1) + letters(by, british, 3) },
  { country: 'FR', share: 14, draw: (by) => letters(by, 'ABCDEFGH', 1) + letters(by, french, 1) + digits(by, 3) + letters(by, french, 2) },
  { country: 'PL', share: 7, draw: (by) => letters(by, latin, by.happens(0.5) ? 2 : 3) + digits(by, 4) + letters(by, without('BDIOZ'), 1) },
  { country: 'DE', share: 5, draw: (by) => letters(by, latin, by.below(3) + 1) + letters(by, latin, by.below(2) + 1) + String(by.below(9990) + 10) },
  { country: 'RO', share: 4, draw: (by) => by.one(['AB', 'AG', 'BC', 'BH', 'CJ', 'CT', 'DJ', 'IS', 'PH', 'SB', 'SV', 'TM']) + digits(by, 2) + letters(by, without('IOQ'), 3) },
  { country: 'BE', share: 3, draw: (by) => by.one(['1', '2']) + letters(by, without('IOQ'), 3) + digits(by, 3) },
  { country: 'NL', share: 3, draw: (by) => letters(by, dutch, 2) + digits(by, 3) + letters(by, dutch, 1) },
  { country: 'LT', share: 1, draw: (by) => letters(by, without('QWX'), 3) + digits(by, 3) },
  { country: 'ES', share: 1, draw: (by) => digits(by, 4) + letters(by, without('AEIOUQ'), 3) },
  { country: 'BG', share: 1, draw: (by) => letters(by, bulgarian, by.below(2) + 1) + digits(by, 4) + letters(by, bulgarian, 2) },
  { country: 'GB', share: 3, draw: (by) => letters(by, latin, 3) + String(by.below(99) + 1) },
  { country: 'XX', share: 2, draw: (by) => Array.from({ length: 5 + by.below(4) }, () => letters(by, `${latin}0123456789`, 1)).join('') },
]

export interface Vehicle {
  readonly plate: string
  readonly country: string
}

export function aVehicle(by: Chance): Vehicle {
  let at = by.next() * series.reduce((sum, { share }) => sum + share, 0)
  for (const { country, share, draw } of series) {
    at -= share
    if (at < 0) return { plate: draw(by), country }
  }
  throw new Error('The shares of the series do not add up')
}
