import type { Random } from './random.ts'

/** A vehicle's plate and where it was issued. */
export interface MadePlate {
  readonly plate: string
  readonly country: Country
}

/** Roughly how often a lorry of each registration crosses, in per cent: our estimate, made to look like the lanes and nothing more. */
const shares = { PL: 18, RO: 16, GB: 13, LT: 8, NL: 8, DE: 7, ES: 7, BG: 6, FR: 5, HU: 4, TR: 3, CZ: 3, IT: 3, BE: 3, IE: 3, UA: 2 } as const

export type Country = keyof typeof shares

/**
 * What each country's plates look like (anpr.md section 3): `D` a digit, `L` a letter it issues, `P` a province of Turkey, `J` the half-year of Ireland,
 * anything in brackets one of a list.
 */
const patterns: Readonly<Record<Country, readonly string[]>> = {
  GB: ['LL(13|14|15|16|17|18|19|20|21|22|23|63|64|65|66|67|68|69|70|71|72|73)LLL'],
  FR: ['LLDDDLL'],
  NL: ['DDLLLD', 'LLLDDL', 'LLDDDL', 'LDDDLL'],
  BE: ['1LLLDDD', '2LLLDDD'],
  DE: ['(B|HH|M|K|F|S|DO|DD|HB|KA|WI|ROW|OS)LLDDD', '(B|HH|M|K|F|S|DO|DD|HB|KA|WI|ROW|OS)LDDDD'],
  PL: ['(WGM|WX|PO|KR|DW|SK|GD|LU|RZ|BI|NO|WPI)DDDDD', '(WGM|WX|PO|KR|DW|SK|GD|LU|RZ|BI|NO|WPI)DDDDL'],
  RO: ['(AB|AG|BC|BH|BV|CJ|CT|DB|GL|IS|MS|PH|SB|SV|TM|VL)DDLLL', 'BDDDLLL'],
  BG: ['(A|B|CA|CB|PB|BT|EH|P|X)DDDDLL'],
  LT: ['LLLDDD'],
  ES: ['DDDDLLL'],
  IT: ['LLDDDLL'],
  IE: ['J(C|D|G|KE|KY|LH|MN|W|WX|MO)DDDDD'],
  CZ: ['DLDDDDD'],
  HU: ['LLLDDD', 'AALLDDD'],
  TR: ['PLLDDDD', 'PLLLDDD'],
  UA: ['LLDDDDLL'],
}

const letters: Partial<Readonly<Record<Country, string>>> = {
  GB: 'ABCDEFGHJKLMNOPRSTUVWXY', FR: 'ABCDEFGHJKLMNPQRSTVWXYZ', NL: 'BDFGHJKLNPRSTVXZ', ES: 'BCDFGHJKLMNPRSTVWXYZ', IT: 'ABCDEFGHJKLMNPRSTVWXYZ', BG: 'ABEKMHOPCTYX',
  UA: 'ABEKMHOPCTYX', CZ: 'ABCEFHIJKLMNPRSTUVXYZ', TR: 'ABCDEFGHIJKLMNOPRSTUVYZ', LT: 'ABCDEFGHIJKLMNOPRSTUVYZ', RO: 'ABCDEFGHJKLMNPRSTUVWXYZ',
}

export function makePlate(random: Random, country: Country = random.weighted(shares)): MadePlate {
  const pattern = random.pick(patterns[country])
  const plate = pattern.replace(/\(([^)]*)\)|[DLPJ]/g, (sign, list: string | undefined) => (list === undefined ? characterFor(sign, country, random) : random.pick(list.split('|'))))
  return { plate, country }
}

function characterFor(sign: string, country: Country, random: Random): string {
  if (sign === 'D') return String(random.whole(0, 9))
  if (sign === 'P') return String(random.whole(1, 81)).padStart(2, '0')
  if (sign === 'J') return `${random.whole(17, 25)}${random.whole(1, 2)}`
  return random.pick([...(letters[country] ?? 'ABCDEFGHJKLMNPRSTUVWXYZ')])
}
