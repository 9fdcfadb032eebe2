/**
 * What plates look like, by country (anpr.md 3, from issuing rules). `L` is a letter and `D` a digit; the letters a country leaves out are
 * not counted, because misreads put them there. Only ever a vote on the country: no plate is changed by it, and none raises a hit by it.
 */
const formats: Readonly<Record<string, readonly string[]>> = {
  GB: ['LLDDLLL', 'LDLLL', 'LDDLLL', 'LDDDLLL', 'LLLDL', 'LLLDDL', 'LLLDDDL', 'LLLDDDD'],
  FR: ['LLDDDLL', 'DDDLLLDD', 'DDDDLLDD', 'DDDLLDD'],
  IT: ['LLDDDLL', 'LLDDDDD'],
  NL: ['LLDDLL', 'DDLLDD', 'DDLLLL', 'LLDDDD', 'DDDDLL', 'LLLLDD', 'DDLLLD', 'DLLLDD', 'LLDDDL', 'LDDDLL', 'LLLDDL', 'LDDLLL', 'DLLDDD', 'DDDLLD'],
  BE: ['DLLLDDD', 'LLLDDD', 'DDDLLL'],
  DE: ['LLD', 'LLDD', 'LLDDD', 'LLDDDD', 'LLLD', 'LLLDD', 'LLLDDD', 'LLLDDDD', 'LLLLD', 'LLLLDD', 'LLLLDDD', 'LLLLDDDD', 'LLLLLD', 'LLLLLDD', 'LLLLLDDD'],
  PL: ['LLDDDDD', 'LLDDDDL', 'LLDDDLL', 'LLLDDDD', 'LLLDDDDD', 'LLLLDDD', 'LLLDDLL', 'LLLDLDD', 'LLLDDLD'],
  RO: ['LLDDLLL', 'LDDLLL', 'LDDDLLL'],
  BG: ['LDDDDLL', 'LLDDDDLL'],
  LT: ['LLLDDD', 'LLDDD'],
  LV: ['LLDDDD', 'LLDDD'],
  EE: ['DDDLLL', 'DDDLLLL'],
  ES: ['DDDDLLL', 'LDDDDLL', 'LLDDDDLL'],
  PT: ['LLDDLL', 'DDLLDD', 'DDDDLL', 'LLDDDD'],
  IE: ['DDDLD', 'DDDLDD', 'DDDLDDD', 'DDDLDDDD', 'DDDLDDDDD', 'DDDLLDDDD', 'DDDLLDDDDD'],
  CZ: ['DLDDDDD', 'DLLDDDD'],
  SK: ['LLDDDLL'],
  HU: ['LLLDDD', 'LLLLDDD'],
  TR: ['DDLDDDD', 'DDLDDDDD', 'DDLLDDD', 'DDLLDDDD', 'DDLLLDD', 'DDLLLDDD'],
  UA: ['LLDDDDLL'],
  RS: ['LLDDDLL', 'LLDDDDLL'],
  SI: ['LLDDLLL', 'LLLLDDD', 'LLLDDDL'],
}

export const countriesWithFormats: readonly string[] = Object.keys(formats)

const sizes = { L: 24, D: 10 } as const

/** The countries that issue each shape, and how many plates each can have of it. */
const byShape: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map([...new Set(Object.values(formats).flat())].map((shape) =>
  [shape, new Map(countriesWithFormats.filter((country) => formats[country]?.includes(shape)).map((country) => [country, platesOf(shape)]))]))

function platesOf(shape: string): number {
  return [...shape].reduce((product, character) => product * (character === 'L' ? sizes.L : sizes.D), 1)
}

/**
 * How many plates of this one's shape each country can issue that issues the shape at all: the fewer, the more the fit says. A character
 * that was not read fits either way.
 */
export function issuersOf(plate: string): ReadonlyMap<string, number> {
  const shape = plate.replace(/[A-Z]/g, 'L').replace(/\d/g, 'D')
  return shape.includes('#') ? issuersOfUnsure(shape) : (byShape.get(shape) ?? nobody)
}

const nobody: ReadonlyMap<string, number> = new Map()

function issuersOfUnsure(shape: string): ReadonlyMap<string, number> {
  const fitting = [...byShape].filter(([known]) => known.length === shape.length && [...shape].every((character, at) => character === '#' || character === known[at]))
  const issuers = new Map<string, number>()
  for (const [country, plates] of fitting.flatMap(([, each]) => [...each])) issuers.set(country, Math.min(plates, issuers.get(country) ?? plates))
  return issuers
}
