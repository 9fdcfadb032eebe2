import { z } from 'zod'
import { page } from '#platform/web'
import { readYear } from '../rights.ts'
import { readFigures } from './statistic.store.ts'
import { yearTable } from './year-table.ts'

const yearOf = (day: string): number => Number(day.slice(0, 4))

/** The year's figures: what was searched, found, issued, objected to and collected, each under its own definition. */
export const yearPage = page({
  path: '/year',
  right: readYear,
  template: 'oversight/engagement/statistic/year.njk',
  query: z.object({ year: z.coerce.number().int().min(2020).max(2100).optional().catch(undefined) }),
  show: async ({ query }, { db, clock }) => {
    const figures = await readFigures(db)
    const thisYear = yearOf(clock.today())
    const year = query.year ?? thisYear
    const years = [...new Set([thisYear, year, ...figures.map((figure) => figure.year)])].sort((one, other) => other - one)
    return { year, years, rows: yearTable(figures, year), empty: !figures.some((figure) => figure.year === year) }
  },
})
