import { daysAfter, type CalendarDate, type Port } from '#values'
import type { CaseStage } from './penalty-case.ts'

export const listStages = ['active', 'open', 'proposed', 'part-decided', 'decided', 'closed', 'all'] as const
export const listSorts = ['last-day', 'reference', 'incident', 'stage'] as const
export type ListSort = (typeof listSorts)[number]

/** What the work list was asked for. All of it stands in the address, so that a list can be sent to a colleague. */
export interface CaseFilters {
  readonly stage: 'active' | 'all' | CaseStage
  readonly mine: boolean
  /** Only cases that are put before others. */
  readonly first: boolean
  /** The officer whose cases are wanted; `nobody` for cases that nobody has. */
  readonly who: string | undefined
  readonly place: Port | undefined
  /** Only cases that wait for this. */
  readonly waits: string | undefined
  /** Only cases whose nearest last day was before this day. */
  readonly before: CalendarDate | undefined
  readonly sort: ListSort
  readonly down: boolean
}

export interface AskedList extends Omit<CaseFilters, 'before'> {
  readonly overdue: boolean
  /** Only cases whose nearest last day is at most so many days off. */
  readonly within: number | undefined
  readonly page: number
}

export const usualList: AskedList = {
  stage: 'active', mine: false, first: false, who: undefined, place: undefined, waits: undefined, overdue: false, within: undefined, sort: 'last-day', down: false, page: 1,
}

export function filtersOf({ overdue, within, page: _page, ...filters }: AskedList, today: CalendarDate): CaseFilters {
  const before = overdue ? today : within === undefined ? undefined : daysAfter(within + 1, today)
  return { ...filters, before }
}

/** Whether anything is asked for beside the stage and the order. */
export function isNarrowed({ mine, first, who, place, waits, overdue, within }: AskedList): boolean {
  return mine || first || overdue || [who, place, waits, within].some((asked) => asked !== undefined)
}

/** The address of the same list with something changed; what is as usual is left out, so that addresses stay short. */
export function listAddress(asked: AskedList, change: Partial<AskedList>, path = '/cases'): string {
  const wanted = { ...asked, ...change }
  const names = (Object.keys(usualList) as (keyof AskedList)[]).filter((name) => wanted[name] !== undefined && wanted[name] !== usualList[name])
  const query = new URLSearchParams(names.map((name): [string, string] => [name, wanted[name] === true ? 'yes' : String(wanted[name])]))
  return names.length === 0 ? path : `${path}?${query.toString()}`
}
