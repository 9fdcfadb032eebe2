import { dayInWords, inPounds } from '#values'
import type { Told } from '../case/timeline-entry.ts'
import type { DetentionEvent } from './detention.ts'
import { partWords, powerWords, wayWords } from './words.ts'

const types: Readonly<Record<DetentionEvent['type'], true>> = {
  'vehicle-detained': true, 'vehicle-held-as-security': true, 'detention-told': true, 'detention-expense-recorded': true, 'detention-expenses-paid': true,
  'sale-notice-given': true, 'leave-to-sell-given': true, 'vehicle-released': true, 'vehicle-sold': true, 'proceeds-shared': true, 'proceeds-paid-out': true,
}

export function isOfDetention<Other extends { readonly type: string }>(event: DetentionEvent | Other): event is DetentionEvent {
  return Object.hasOwn(types, event.type)
}

/** What the timeline says of a vehicle that is held. */
export function toldOfDetention(event: DetentionEvent): Told {
  switch (event.type) {
    case 'vehicle-detained': return { text: `Vehicle ${event.vehicle} detained ${powerWords[event.heldUnder].name.toLowerCase()} by ${event.detainedBy} on ${dayInWords(event.detainedOn)}`, reason: event.reasons, kind: 'stop' }
    case 'vehicle-held-as-security': return { text: `Vehicle held as security by ${event.detainedBy} from ${dayInWords(event.detainedOn)}`, reason: event.reasons, kind: 'stop' }
    case 'detention-told': return { text: `${event.told.whom} told of the detention on ${dayInWords(event.told.on)}`, reason: event.told.how }
    case 'detention-expense-recorded': return { text: `Expense of the detention: ${inPounds(event.expense.amountPence)} for ${event.expense.what}`, reason: event.expense.evidence }
    case 'detention-expenses-paid': return { text: `${inPounds(event.paid.amountPence)} of the expenses paid by ${event.paid.payer}`, kind: 'done' }
    case 'sale-notice-given': return { text: `Notice of sale in the Gazette on ${dayInWords(event.notice.gazettedOn)}, in ${event.notice.newspaper} on ${dayInWords(event.notice.newspaperOn)}`, reason: event.notice.why, kind: 'look' }
    case 'leave-to-sell-given': return { text: `${event.leave.court} gave leave to sell on ${dayInWords(event.leave.on)}`, reason: event.leave.order, kind: 'look' }
    case 'vehicle-released': return { text: `Vehicle released to ${event.release.to}: ${wayWords[event.release.way].toLowerCase()}`, reason: event.release.reasons, kind: 'done' }
    case 'vehicle-sold': return { text: `Vehicle sold to ${event.sale.buyer} on ${dayInWords(event.sale.on)}`, reason: event.sale.how, kind: 'stop' }
    case 'proceeds-shared': return { text: `The sale brought ${inPounds(event.proceeds.broughtPence)}, shared in the order of regulation 13` }
    case 'proceeds-paid-out': return { text: `${inPounds(event.paidOut.amountPence)} of the proceeds paid to ${event.paidOut.payee}`, reason: partWords[event.paidOut.part], kind: 'done' }
  }
}
