import { courtsPowers } from '#law'
import { announce, refuse, type Decision, type Refusal } from '#platform/decisions'
import { isAfter, isBefore, noPence, type CalendarDate, type Pence } from '#values'
import type { PenaltyCancelled, PenaltyReduced } from '../events.ts'
import type { Named, Penalty } from '../penalty/penalty.ts'
import { isOpen, type Appeal, type AppealConcluded, type AppealCosts, type AppealLodged, type AppealOutcome } from './appeal.ts'

export interface Concluding {
  readonly outcome: AppealOutcome
  /** The amount that is left; only a reduction, by the court or conceded, has one. */
  readonly amountPence: Pence | null
  readonly on: CalendarDate
  readonly reasons: string
  readonly costs: AppealCosts
  readonly concludedBy: Named
  readonly today: CalendarDate
}

/** The court cancels, reduces or dismisses and cannot increase (s.35A); the appellant withdraws; or we concede, in one step. */
export function concludeAppeal(appeal: Appeal | undefined, penalty: Penalty, concluding: Concluding): Decision<AppealConcluded> {
  if (appeal === undefined) return refuse('no-such-appeal')
  const before = penalty.amountPence ?? noPence
  const amountPence = amountLeft(before, concluding)
  const refusal = notOpen(appeal, concluding) ?? notThatAmount(before, amountPence, concluding)
  if (refusal !== undefined) return refusal
  const { outcome, on, reasons, costs, concludedBy } = concluding
  return announce({ type: 'appeal-concluded', conclusion: { outcome, beforePence: before, amountPence, on, reasons, costs, concludedBy }, under: [courtsPowers] })
}

/** Sent back: the court that it came from hears it again, under its own number and with a diary of its own. */
export function heardAgain(first: Appeal, higher: Appeal, { appealId, on, reasons }: { readonly appealId: string; readonly on: CalendarDate; readonly reasons: string }): AppealLodged {
  const { caseId, penaltyId, court, courtName, claimNumber, appellant, grounds } = first
  return { type: 'appeal-lodged', appealId, caseId, penaltyId, court, courtName, claimNumber, appellant, grounds, summary: `Sent back by ${higher.courtName}: ${reasons}`, lodgedOn: on, servedOn: on, standing: 'taken-further', follows: higher.id }
}

/** What the conclusion does to the penalty itself; nothing when the amount stands. */
export function followConclusion(penalty: Penalty | undefined, { outcome, beforePence, amountPence, on, reasons }: AppealConcluded['conclusion']): Decision<PenaltyReduced | PenaltyCancelled> {
  if (penalty === undefined) return refuse('no-such-penalty')
  if (amountPence === beforePence) return announce()
  const changed = { fromPence: beforePence, toPence: amountPence, on, under: [courtsPowers] }
  if (amountPence > noPence) return announce<PenaltyReduced | PenaltyCancelled>({ type: 'penalty-reduced', ...changed, reasons })
  return announce<PenaltyReduced | PenaltyCancelled>({ type: 'penalty-cancelled', ...changed, reasons: outcome === 'conceded' ? `Appeal conceded: ${reasons}` : `Cancelled on appeal: ${reasons}` })
}

function amountLeft(before: Pence, { outcome, amountPence }: Concluding): Pence {
  if (outcome === 'dismissed' || outcome === 'withdrawn' || outcome === 'remitted') return before
  return outcome === 'cancelled' ? noPence : (amountPence ?? noPence)
}

function notOpen(appeal: Appeal, { outcome, on, reasons, today, costs }: Concluding): Refusal | undefined {
  if (!isOpen(appeal)) return refuse('appeal-concluded-already')
  if (outcome === 'remitted' && appeal.standing !== 'taken-further') return refuse('nothing-to-send-back')
  if (reasons.trim() === '') return refuse('reasons-needed')
  if (isBefore(on, appeal.lodgedOn)) return refuse('concluded-before-lodged')
  if (isAfter(on, today)) return refuse('concluded-in-future')
  if ((costs.whoPays === 'nobody') !== (costs.pence === noPence)) return refuse('costs-and-who-pays')
  return undefined
}

function notThatAmount(before: Pence, amount: Pence, { outcome }: Concluding): Refusal | undefined {
  if (outcome === 'reduced' && (amount >= before || amount <= noPence)) return refuse('not-a-reduction')
  if (outcome === 'conceded' && amount >= before) return refuse('nothing-is-conceded')
  return undefined
}
