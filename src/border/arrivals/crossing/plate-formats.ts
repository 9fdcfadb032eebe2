/**
 * What plates look like, by country (anpr.md 3, from issuing rules). `L` is a letter and `D` a digit; the letters a country leaves out are
 * not counted, because misreads put them there. Only ever a vote on the country: no plate is changed by it, and none raises a hit by it.
 */
const formats: Readonly<Record<string, readonly string[]>> = {
  GB: ['LLDDLLL', 'LDLLL', 'LDDLLL', 'LDDDLLL', 'LLLDL', 'LLLDDL', 'LLLDDDL', 'LLLDDDD'],
  FR: ['LLDDDLL', 'DDDLLLDD', 'DDDDLLDD', 'DDDLLDD'],
  IT: ['LLDDDLL', 'LLDDDDD'],
  NL: ['LLDDLL', 'DDLLDD', 'DDLLLL', 'LLDDDD', 'DDDDLL', 'LLLLDD', 'DDLLLD', 'DLLLDD', 'LLDDDL', 'LDDDLL', 'LLLDDL', 'LDDLLL', 'DLLDDD', 'DDDLLD'],
  BE: ['DLLLDDD', 'LLLDDD', 'DDDLLL', 'QLLLDDD'],
  DE: ['LLD', 'LLDD', 'LLDDD', 'LLDDDD', 'LLLD', 'LLLDD', 'LLLDDD', 'LLLDDDD', 'LLLLD', 'LLLLDD', 'LLLLDDD', 'LLLLDDDD', 'LLLLLD', 'LLLLLDD', 'LLLLLDDD'],
  PL: ['LLDDDDD', 'LLDDDDL', 'LLDDDLL', 'LLLDDDD', 'LLLDDDDD', 'LLLLDDD', 'LLLDDLL', 'LLLDLDD', 'LLLDDLD'],
  RO: ['LLDDLLL', 'LDDLLL', 'LDDDLLL'],
  BG: ['LDDDDLL', 'LLDDDDLL'],
  LT: ['LLLDDD', 'LLDDD'],
  LV: ['LLDDDD', 'LLDDD'],
  EE: ['DDDLLL', 'DDDLLLL'],
  ES: ['DDDDLLL', 'LDDDDLL', 'LLDDDDLL', 'RDDDDLLL'],
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
const classes = { L: '[A-Z#]', D: '[0-9#]' } as const

interface Shape {
  readonly fits: RegExp
  /** How many plates there can be of it. */
  readonly plates: number
}

const shapes: ReadonlyMap<string, readonly Shape[]> = new Map(Object.entries(formats).map(([country, patterns]) => [country, patterns.map(shapeOf)]))

function shapeOf(pattern: string): Shape {
  const characters = [...pattern]
  return {
    fits: new RegExp(`^${characters.map((character) => (character === 'L' || character === 'D' ? classes[character] : character)).join('')}$`),
    plates: characters.reduce((product, character) => product * (character === 'L' || character === 'D' ? sizes[character] : 1), 1),
  }
}

/** How many plates of the narrowest fitting shape a country can issue: the fewer, the more the fit says. Undefined where none fits, or nobody has told us. */
export function platesOfShape(plate: string, country: string): number | undefined {
  const fitting = shapes.get(country)?.filter(({ fits }) => fits.test(plate)).map(({ plates }) => plates) ?? []
  return fitting.length === 0 ? undefined : Math.min(...fitting)
}
