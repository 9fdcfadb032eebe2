import { allPorts, inPounds, pence, siteName } from '#values'
import type { Figure } from './statistic.store.ts'
import { measures, type Unit } from './measure.ts'

/** One line of the year's table: a figure for the year, the year before, and where it was recorded. */
export interface YearRow {
  readonly id: string
  readonly title: string
  readonly definition: string
  readonly number: string
  readonly before: string
  readonly bySite: readonly { readonly site: string; readonly number: string }[]
}

const whole = new Intl.NumberFormat('en-GB')

/** Lays the figures out for reading: money in pounds, counts with thousands, and a dash only where a port cannot have one. */
export function yearTable(figures: readonly Figure[], year: number): readonly YearRow[] {
  return measures.map(({ id, title, definition, unit }) => {
    const mine = figures.filter((figure) => figure.measure === id)
    const total = (of: number): string => written(sum(mine.filter((figure) => figure.year === of)), unit)
    const bySite = allPorts().map((port) => {
      const here = mine.filter((figure) => figure.year === year && figure.site === port)
      return { site: siteName(port), number: atPorts.has(unit) ? written(sum(here), unit) : '–' }
    })
    return { id, title, definition, number: total(year), before: total(year - 1), bySite }
  })
}

/** Only border work is recorded at a port; casework and money belong to the centre. */
const atPorts: ReadonlySet<Unit> = new Set(['searches', 'detections', 'people'])

function sum(figures: readonly Figure[]): number {
  return figures.reduce((total, { number }) => total + number, 0)
}

function written(number: number, unit: Unit): string {
  return unit === 'pence' ? inPounds(pence(number)) : whole.format(number)
}
