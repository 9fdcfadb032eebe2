import type { CalendarDate, Port } from '#values'
import type { CaseStage } from './penalty-case.ts'

export const listStages = ['active', 'open', 'proposed', 'part-decided', 'decided', 'closed', 'all'] as const
export const listSorts = ['last-day', 'reference', 'incident', 'stage'] as const
export type ListSort = (typeof listSorts)[number]

/** What the work list was asked for. All of it stands in the address, so that a list can be sent to a colleague. */
export interface CaseFilters {
  readonly stage: 'active' | 'all' | CaseStage
  readonly mine: boolean
  readonly place: Port | undefined
  /** Only cases whose nearest last day was before this day. */
  readonly overdueOn: CalendarDate | undefined
  readonly sort: ListSort
  readonly down: boolean
}

export interface AskedList {
  readonly stage: CaseFilters['stage']
  readonly mine: boolean
  readonly place?: Port | undefined
  readonly overdue: boolean
  readonly sort: ListSort
  readonly down: boolean
  readonly page: number
}

export function filtersOf({ stage, mine, place, overdue, sort, down }: AskedList, today: CalendarDate): CaseFilters {
  return { stage, mine, place, sort, down, overdueOn: overdue ? today : undefined }
}

/** The address of the same list with something changed; what is as usual is left out, so that addresses stay short. */
export function listAddress(asked: AskedList, change: Partial<AskedList>, path = '/cases'): string {
  const { stage, mine, place, overdue, sort, down, page } = { ...asked, ...change }
  const parts = [
    ...(stage === 'active' ? [] : [`stage=${stage}`]),
    ...(mine ? ['mine=yes'] : []),
    ...(place === undefined ? [] : [`place=${place}`]),
    ...(overdue ? ['overdue=yes'] : []),
    ...(sort === 'last-day' ? [] : [`sort=${sort}`]),
    ...(down ? ['down=yes'] : []),
    ...(page === 1 ? [] : [`page=${page}`]),
  ]
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`
}
