import { z } from 'zod'
import { may } from '#platform/identity'
import { page } from '#platform/web'
import { daysBetween, ports, siteName, type CalendarDate } from '#values'
import { casesOnAPage } from '../limits.ts'
import { referCase, seeCases } from '../rights.ts'
import { filtersOf, listAddress, listSorts, listStages, type AskedList, type ListSort } from './case-filters.ts'
import { countByStage, countCasesListed, listCases, type CaseLine } from './case-list.store.ts'
import { caseStageWords, clockWords } from './words.ts'

const yes = z.literal('yes').optional().transform((answer) => answer === 'yes')

export const listQuery = z.object({
  stage: z.enum(listStages).default('active'),
  mine: yes,
  place: z.enum(ports).optional(),
  overdue: yes,
  sort: z.enum(listSorts).default('last-day'),
  down: yes,
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})

/** The work list: nearest last day first, filters in the address, one right for the list, its count and its export. */
export const listCasesPage = page({
  path: '/cases',
  right: seeCases,
  template: 'casework/penalties/case/list-cases.njk',
  query: listQuery,
  show: async ({ query }, { db, officer, clock }) => {
    const today = clock.today()
    const filters = filtersOf(query, today)
    const window = { limit: casesOnAPage, offset: (query.page - 1) * casesOnAPage }
    const [lines, count, byStage] = await Promise.all([listCases(db, officer, filters, window), countCasesListed(db, officer, filters), countByStage(db, officer)])
    return {
      asked: query,
      mayRefer: may(officer, referCase),
      count,
      lines: lines.map((line) => lineView(line, today)),
      stages: listStages.map((stage) => ({ ...stageChoice(stage, byStage), href: listAddress(query, { stage, page: 1 }), current: stage === query.stage })),
      places: ports.map((port) => ({ value: port, text: siteName(port), selected: port === query.place })),
      columns: sortLinks(query),
      exportHref: listAddress(query, { page: 1 }, '/cases.csv'),
      isFiltered: query.mine || query.overdue || query.place !== undefined || query.stage !== 'active',
      pages: pageLinks(query, count),
    }
  },
})

function lineView({ incident, stage, lastDay, clock, ...line }: CaseLine, today: CalendarDate) {
  const vehicle = incident.tractor ?? incident.trailer
  return {
    ...line, lastDay,
    stage: caseStageWords[stage],
    place: siteName(incident.port),
    occurredOn: incident.occurredOn,
    section: incident.section,
    entrants: incident.entrants,
    vehicle,
    driverReported: incident.selfReport.raisedBy === 'driver',
    clockWords: clock === null ? '' : clockWords[clock],
    daysLeft: lastDay === null ? null : daysBetween(today, lastDay),
  }
}

function stageChoice(stage: (typeof listStages)[number], byStage: Awaited<ReturnType<typeof countByStage>>) {
  const total = [...byStage.values()].reduce((sum, count) => sum + count, 0)
  if (stage === 'all') return { text: 'All', count: total }
  if (stage === 'active') return { text: 'Active', count: total - (byStage.get('closed') ?? 0) }
  return { text: caseStageWords[stage].word, count: byStage.get(stage) ?? 0 }
}

const headings: readonly { readonly sort: ListSort; readonly text: string }[] = [
  { sort: 'reference', text: 'Case' },
  { sort: 'incident', text: 'Incident' },
  { sort: 'stage', text: 'Stage' },
  { sort: 'last-day', text: 'Nearest last day' },
]

/** A heading sorts by its column, and the other way round when it is already sorted so. */
function sortLinks(asked: AskedList) {
  const links = headings.map(({ sort, text }) => {
    const isSorted = sort === asked.sort
    const ariaSort = isSorted ? (asked.down ? 'descending' : 'ascending') : 'none'
    return [sort, { text, ariaSort, href: listAddress(asked, { sort, down: isSorted && !asked.down, page: 1 }) }] as const
  })
  return Object.fromEntries(links)
}

function pageLinks(asked: AskedList, count: number) {
  const last = Math.max(1, Math.ceil(count / casesOnAPage))
  return {
    now: asked.page, last,
    before: asked.page > 1 ? listAddress(asked, { page: asked.page - 1 }) : undefined,
    after: asked.page < last ? listAddress(asked, { page: asked.page + 1 }) : undefined,
  }
}
