import { requiredActions, type CaseState, type RequiredAction } from '../case/required-actions.ts'
import { isBefore, type CalendarDate, type Role } from '#values'

/** One thing that a case waits for, as the queues keep it: no name of anybody is in it. */
export interface Waiting {
  readonly caseId: string
  readonly code: string
  /** Tells two of the same kind in one case apart: the page where it is done, or the place among those that are nobody's here to do. */
  readonly about: string
  readonly roles: readonly Role[]
  readonly byOn: CalendarDate | null
}

/** The required actions of a case as rows; what names a person stays in the case. */
export function waitingOf(state: CaseState): readonly Waiting[] {
  return requiredActions(state).map((action, place) => ({ caseId: state.found.id, code: action.code, about: aboutOf(action, place), roles: action.who, byOn: action.by }))
}

function aboutOf({ href }: RequiredAction, place: number): string {
  return href ?? `elsewhere ${place}`
}

/** What is kept of a waiting: since when. */
export interface KeptWaiting extends Waiting {
  readonly id: number
}

export interface WaitingChange {
  readonly begun: readonly Waiting[]
  readonly moved: readonly KeptWaiting[]
  readonly ended: readonly number[]
}

/** What has to be written so that what is kept says what is. Saying it twice changes nothing. */
export function changeOf(kept: readonly KeptWaiting[], now: readonly Waiting[]): WaitingChange {
  const wanted = new Map(now.map((waiting) => [keyOf(waiting), waiting]))
  const known = new Map(kept.map((waiting) => [keyOf(waiting), waiting]))
  return {
    begun: [...wanted].filter(([key]) => !known.has(key)).map(([, waiting]) => waiting),
    moved: [...known].flatMap(([key, { id }]) => {
      const waiting = wanted.get(key)
      return waiting !== undefined && differs(waiting, known.get(key)) ? [{ ...waiting, id }] : []
    }),
    ended: [...known].filter(([key]) => !wanted.has(key)).map(([, { id }]) => id),
  }
}

function keyOf({ caseId, code, about }: Waiting): string {
  return `${caseId} ${code} ${about}`
}

function differs(one: Waiting, other: Waiting | undefined): boolean {
  return other === undefined || one.byOn !== other.byOn || one.roles.join() !== other.roles.join()
}

/** Since when something waits: the day of the last act in the case, and never a day to come. */
export function beganOn(lastActOn: CalendarDate | undefined, today: CalendarDate): CalendarDate {
  return lastActOn !== undefined && isBefore(lastActOn, today) ? lastActOn : today
}
