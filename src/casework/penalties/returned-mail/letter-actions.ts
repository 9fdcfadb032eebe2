import type { RequiredAction } from '../case/required-actions.ts'
import type { PenaltyStanding } from '../penalty/penalty.ts'
import { nameOf, type Person } from '../person/person.ts'
import type { Dispatch } from '../service/dispatch.ts'
import { repliesNotServed } from '../service/letters-served.ts'
import { isOpenReturn, type ReturnedLetter } from './returned-letter.ts'

export interface CaseLetters {
  readonly dispatches: readonly Dispatch[]
  readonly returns: readonly ReturnedLetter[]
  /** Penalties whose party has a letter that came back in another case, from the address that stands here. */
  readonly doubted: readonly { readonly returnedId: string; readonly penaltyId: string }[]
}

export const noLetters: CaseLetters = { dispatches: [], returns: [], doubted: [] }

/** Why a letter stops the chasing of a penalty: it came back, here or to the same party elsewhere, or the decision on the objection has not left us. */
export interface StopByLetter {
  readonly penaltyId: string
  readonly cause: 'returned-mail' | 'address' | 'reply-not-sent'
  readonly text: string
}

export function stopsByLetters({ dispatches, returns, doubted }: CaseLetters, penalties: readonly PenaltyStanding[]): readonly StopByLetter[] {
  return [
    ...returns.filter(isOpenReturn).flatMap(({ penaltyId }) => (penaltyId === null ? [] : [{ penaltyId, cause: 'returned-mail' as const, text: 'A letter came back' }])),
    ...doubted.map(({ penaltyId }) => ({ penaltyId, cause: 'address' as const, text: 'A letter to the same party came back in another case' })),
    ...[...repliesNotServed(penalties, dispatches)].map((penaltyId) => ({ penaltyId, cause: 'reply-not-sent' as const, text: 'The decision on the objection has not been sent' })),
  ]
}

export function actionsOfLetters({ dispatches, returns, doubted }: CaseLetters, penalties: readonly PenaltyStanding[], persons: readonly Person[]): readonly RequiredAction[] {
  const to = (penaltyId: string) => nameIn(persons, penalties.find(({ id }) => id === penaltyId)?.personId)
  return [
    ...returns.filter(isOpenReturn).map(({ id, personId, traced }) =>
      traced === null ? action('returned-mail', `A letter came back, trace the reader: ${nameIn(persons, personId)}`, `/returned-mail/${id}`, 'Trace') : action('returned-mail', `A letter came back, serve it again: ${nameIn(persons, personId)}`, `/returned-mail/${id}`, 'Serve')),
    ...doubted.map(({ returnedId, penaltyId }) => action('address-doubted', `A letter to the same party came back in another case, check the address: ${to(penaltyId)}`, `/returned-mail/${returnedId}`, 'Look')),
    ...[...repliesNotServed(penalties, dispatches)].map((penaltyId) => action('serve-reply', `The decision has not been sent, so nobody is chased: ${to(penaltyId)}`, `/penalties/${penaltyId}/decision-letter`, 'See to it')),
  ]
}

function action(code: string, text: string, href: string, act: string): RequiredAction {
  return { code, text, href, act, who: ['caseworker', 'senior-officer'], by: null, missing: [] }
}

function nameIn(persons: readonly Person[], personId: string | undefined): string {
  const person = persons.find(({ id }) => id === personId)
  return person === undefined ? '' : nameOf(person)
}
