import { dayInWords, dayOf } from '#values'
import type { Told } from '../case/timeline-entry.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { channelWords } from '../service/dispatch-words.ts'
import type { DispatchEvent } from '../service/dispatch.ts'
import { outcomeRules } from '../service/outcome.ts'
import { purposeWords } from '../template/template-words.ts'
import type { CaseLetters } from './letter-actions.ts'
import { settlementWords } from './return-words.ts'
import type { ReturnEvent } from './returned-letter.ts'

export type LetterEvent = DispatchEvent | ReturnEvent

const types: Readonly<Record<LetterEvent['type'], true>> = {
  'dispatch-planned': true, 'dispatch-withheld': true, 'dispatch-handed-over': true, 'dispatch-sent': true, 'dispatch-failed': true, 'service-outcome-recorded': true,
  'letter-returned': true, 'enquiry-noted': true, 'address-traced': true, 'return-settled': true,
}

export function isOfLetter<Other extends { readonly type: string }>(event: LetterEvent | Other): event is LetterEvent {
  return Object.hasOwn(types, event.type)
}

/** What the timeline says of a letter on its way. */
export function toldOfLetter(event: LetterEvent): Told {
  switch (event.type) {
    case 'dispatch-planned': return { text: `${purposeWords[event.purpose]} planned ${channelWords[event.channel].inside}`, reason: event.because }
    case 'dispatch-withheld': return { text: 'Letter held back', reason: event.reasons, kind: 'stop' }
    case 'dispatch-handed-over': return { text: `Letter handed to ${event.carrier}` }
    case 'dispatch-sent': return { text: `Letter sent on ${dayInWords(event.on)}`, reason: event.evidence }
    case 'dispatch-failed': return { text: 'Letter not taken by the carrier', reason: event.why, kind: 'stop' }
    case 'service-outcome-recorded': return { text: `${outcomeRules[event.code].words} on ${dayInWords(dayOf(event.at))}`, reason: event.evidence, kind: outcomeRules[event.code].endsAs === 'delivered' ? 'done' : 'stop' }
    case 'letter-returned': return { text: 'Letter came back, recovery stands still', reason: event.note, kind: 'stop' }
    case 'enquiry-noted': return { text: 'Asked where the reader is', reason: event.what }
    case 'address-traced': return { text: `Address traced: ${[...event.address.lines, event.address.country].join(', ')}`, reason: event.address.source }
    case 'return-settled': return { text: `Returned letter: ${settlementWords[event.how].toLowerCase()}`, reason: event.reasons, kind: 'done' }
  }
}

/** The streams of a case's letters, with the person each is about. */
export function streamsOfLetters({ dispatches, returns }: CaseLetters, penalties: readonly Pick<Penalty, 'id' | 'personId'>[]): readonly { readonly stream: string; readonly personId: string | null }[] {
  const personOf = (penaltyId: string | null) => penalties.find(({ id }) => id === penaltyId)?.personId ?? null
  return [
    ...dispatches.map(({ id, penaltyId, personId }) => ({ stream: `dispatch:${id}`, personId: personId ?? personOf(penaltyId) })),
    ...returns.map(({ id, personId }) => ({ stream: `returned-letter:${id}`, personId })),
  ]
}
