import { dayInWords, inPounds } from '#values'
import type { Told } from '../case/timeline-entry.ts'
import type { EnforcementEvent } from '../enforcement/enforcement-step.ts'
import { stepOf } from '../enforcement/steps.ts'
import type { PlanEvent } from '../instalment/plan.ts'
import { endingWords } from '../instalment/words.ts'
import type { DisputeEvent } from '../pay-link/card-dispute.ts'
import type { CardRefundEvent, CardRefundMoved } from '../pay-link/card-refund.ts'
import { cardRefundWords, disputeReasonWords, disputeWords } from '../pay-link/words.ts'
import type { WriteOffEvent } from '../write-off/write-off.ts'
import { writeOffCode } from '../write-off/write-off-codes.ts'
import { holdKindWords, type HoldEvent } from './hold.ts'

/** What happens to a debt beside its payments. */
export type RecoveryEvent = HoldEvent | PlanEvent | WriteOffEvent | EnforcementEvent | CardRefundEvent | DisputeEvent

const types: Readonly<Record<RecoveryEvent['type'], true>> = {
  'recovery-held': true, 'recovery-hold-lifted': true, 'instalments-agreed': true, 'missed-instalment-told': true, 'instalments-ended': true,
  'write-off-proposed': true, 'write-off-approved': true, 'write-off-refused': true, 'debt-written-off': true, 'write-off-reversed': true,
  'enforcement-step-taken': true, 'card-refund-asked': true, 'card-refund-moved': true, 'card-dispute-raised': true, 'card-dispute-moved': true,
}

export function isOfRecovery<Other extends { readonly type: string }>(event: RecoveryEvent | Other): event is RecoveryEvent {
  return Object.hasOwn(types, event.type)
}

/** What the timeline says of it. */
export function toldOfRecovery(event: RecoveryEvent): Told {
  switch (event.type) {
    case 'recovery-held': return { text: `Recovery stands still: ${holdKindWords[event.kind].toLowerCase()}${event.untilOn === null ? '' : `, until ${dayInWords(event.untilOn)}`}`, reason: event.reasons, kind: 'stop' }
    case 'recovery-hold-lifted': return { text: `Recovery goes on after ${dayInWords(event.on)}`, reason: event.reasons }
    case 'instalments-agreed': return { text: `${inPounds(event.totalPence)} to be paid in ${event.instalments.length} instalments`, reason: event.reasons, kind: 'look' }
    case 'missed-instalment-told': return { text: `Written to about the instalment of ${dayInWords(event.letter.missedDueOn)}`, reason: event.letter.proof }
    case 'instalments-ended': return { text: `Instalments ended: ${endingWords[event.how].toLowerCase()}`, reason: event.reasons, kind: 'stop' }
    case 'enforcement-step-taken': return { text: `${stepOf(event.code).words}, ${dayInWords(event.takenOn)}`, reason: event.reasons, kind: 'look' }
    case 'card-refund-asked': return { text: `The card service was asked to pay back ${inPounds(event.amountPence)}` }
    case 'card-refund-moved': return toldOfCardRefund(event)
    case 'card-dispute-raised': return { text: `The payer’s bank was asked to take ${inPounds(event.amountPence)} back: ${disputeWords[event.status].word.toLowerCase()}`, reason: disputeReasonWords(event.reason), kind: 'stop' }
    case 'card-dispute-moved': return { text: `Card dispute: ${disputeWords[event.status].word.toLowerCase()}`, kind: event.status === 'won' ? 'done' : 'stop' }
    default: return toldOfWriteOff(event)
  }
}

function toldOfCardRefund({ status, why }: CardRefundMoved): Told {
  const told = { text: `Refund by card: ${cardRefundWords[status].word.toLowerCase()}`, reason: why }
  if (status === 'error') return { ...told, kind: 'stop' }
  return status === 'success' ? { ...told, kind: 'done' } : told
}

function toldOfWriteOff(event: WriteOffEvent): Told {
  switch (event.type) {
    case 'write-off-proposed': return { text: `Write-off of ${inPounds(event.amountPence)} proposed: ${writeOffCode(event.code).words.toLowerCase()}`, reason: event.reasons, kind: 'look' }
    case 'write-off-approved': return { text: 'Write-off agreed to', reason: event.approval.reasons }
    case 'write-off-refused': return { text: 'Write-off refused', reason: event.refusal.reasons, kind: 'stop' }
    case 'debt-written-off': return { text: `${inPounds(event.amountPence)} written off, not paid`, kind: 'stop' }
    case 'write-off-reversed': return { text: `${inPounds(event.reversal.amountPence)} that was written off is owed again`, reason: event.reversal.reasons, kind: 'look' }
  }
}
