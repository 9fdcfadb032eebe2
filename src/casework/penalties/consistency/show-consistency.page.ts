import { z } from 'zod'
import { may } from '#platform/identity'
import { page } from '#platform/web'
import { day, daysAfter, isDay, siteName } from '#values'
import { capacityWords, regimeWords, sizeWords } from '../case/words.ts'
import { smallestShown } from '../limits.ts'
import { seeExceptions, seeOutcomes } from '../rights.ts'
import { selfReports, spreadByPlace, spreadOfDecisions, type SpreadLine } from './decided-facts.store.ts'

const typedDay = z.string().optional().transform((typed) => (typed !== undefined && isDay(typed) ? day(typed) : undefined))

/** Whether the same facts come to the same amounts, and what became of drivers who raised the alarm. */
export const showConsistencyPage = page({
  path: '/cases/consistency',
  right: seeOutcomes,
  template: 'casework/penalties/consistency/show-consistency.njk',
  query: z.object({ from: typedDay, to: typedDay }),
  show: async ({ query }, { db, clock, officer }) => {
    const to = query.to ?? clock.today()
    const from = query.from ?? daysAfter(-365, to)
    const [spread, places] = await Promise.all([spreadOfDecisions(db, { from, to }), spreadByPlace(db, { from, to })])
    const maySeeCases = may(officer, seeExceptions)
    return {
      from, to, smallestShown, maySeeCases,
      spread: { small: spread.small, lines: spread.lines.map((line) => ({ ...line, facts: factsInWords(line), apart: line.mostPercent - line.leastPercent })) },
      places: places.map((line) => ({ ...line, name: siteName(line.port) })),
      reports: maySeeCases ? await selfReports(db) : [],
    }
  },
})

function factsInWords({ section, capacity, regime, complied, accredited, businessSize }: SpreadLine): string {
  const found = [complied ? 'took the required actions' : 'required actions not shown', ...(accredited ? ['accredited'] : []), ...(businessSize === null ? [] : [`${sizeWords[businessSize].toLowerCase()} business`])]
  return `${capacityWords[capacity]}, section ${section}: ${found.join(', ')}. ${regimeWords[regime]}.`
}
