import { daysBetween, siteName, type CalendarDate } from '#values'
import { casesCounted, casesOnAPage } from '../limits.ts'
import { actionWords } from './action-words.ts'
import { listAddress, type AskedList, type ListSort, type listStages } from './case-filters.ts'
import type { CaseLine } from './case-list.store.ts'
import type { CaseStage } from './penalty-case.ts'
import { caseStageWords, clockWords } from './words.ts'

/** One line as the list shows it. */
export function lineView({ incident, stage, lastDay, clock, waitsFor, ...line }: CaseLine, today: CalendarDate) {
  return {
    ...line, lastDay,
    stage: caseStageWords[stage],
    place: siteName(incident.port),
    occurredOn: incident.occurredOn,
    section: incident.section,
    entrants: incident.entrants,
    vehicle: incident.tractor ?? incident.trailer,
    driverReported: incident.selfReport.raisedBy === 'driver',
    clockWords: clock === null ? '' : clockWords[clock],
    daysLeft: lastDay === null ? null : daysBetween(today, lastDay),
    waitsFor: waitsFor.map(actionWords),
  }
}

export type ByStage = ReadonlyMap<CaseStage, number>

/** A stage as the list offers it, with how many cases stand there. */
export function stageChoice(stage: (typeof listStages)[number], byStage: ByStage) {
  const total = [...byStage.values()].reduce((sum, count) => sum + count, 0)
  if (stage === 'all') return { text: 'All', count: total }
  if (stage === 'active') return { text: 'Active', count: total - (byStage.get('closed') ?? 0) }
  return { text: caseStageWords[stage].word, count: byStage.get(stage) ?? 0 }
}

/** The filters of a list as a sentence without a verb, for whoever did not set them. */
export function askedInWords({ stage, mine, first, who, place, waits, overdue, within, sort, down }: AskedList): string {
  const parts = [
    stage === 'active' ? 'Active cases' : stage === 'all' ? 'All cases' : `Cases at the stage “${caseStageWords[stage].word}”`,
    ...(mine ? ['of whoever looks'] : []),
    ...(first ? ['put before others'] : []),
    ...(who === 'nobody' ? ['that nobody has'] : who === undefined ? [] : [`of ${who}`]),
    ...(place === undefined ? [] : [`found at ${siteName(place)}`]),
    ...(waits === undefined ? [] : [`that wait for “${actionWords(waits)}”`]),
    ...(overdue ? ['with a last day gone'] : []),
    ...(within === undefined ? [] : [`with a last day within ${within} days`]),
    ...(sort === 'last-day' && !down ? [] : [`sorted by ${headings.find((heading) => heading.sort === sort)?.text.toLowerCase() ?? sort}${down ? ', downwards' : ''}`]),
  ]
  return parts.join(', ')
}

const headings: readonly { readonly sort: ListSort; readonly text: string }[] = [
  { sort: 'reference', text: 'Case' },
  { sort: 'incident', text: 'Incident' },
  { sort: 'stage', text: 'Stage' },
  { sort: 'last-day', text: 'Nearest last day' },
]

/** A heading sorts by its column, and the other way round when it is already sorted so. */
export function sortLinks(asked: AskedList) {
  const links = headings.map(({ sort, text }) => {
    const isSorted = sort === asked.sort
    const ariaSort = isSorted ? (asked.down ? 'descending' : 'ascending') : 'none'
    return [sort, { text, ariaSort, href: listAddress(asked, { sort, down: isSorted && !asked.down, page: 1 }) }] as const
  })
  return Object.fromEntries(links)
}

/** How many pages there are is said as far as the cases are counted; whether one follows is known of each. */
export function pageLinks(asked: AskedList, { count, isMore }: { readonly count: number; readonly isMore: boolean }) {
  return {
    now: asked.page,
    of: count > casesCounted ? `over ${casesCounted / casesOnAPage}` : Math.max(1, Math.ceil(count / casesOnAPage)),
    before: asked.page > 1 ? listAddress(asked, { page: asked.page - 1 }) : undefined,
    after: isMore ? listAddress(asked, { page: asked.page + 1 }) : undefined,
  }
}
