import { announce, refuse, type Decision } from '#platform/decisions'
import { noPence, pence, type CalendarDate, type Pence } from '#values'
import { isOpen, type Appeal } from '../appeal/appeal.ts'
import type { Named, Penalty } from '../penalty/penalty.ts'
import type { SisterCause, SisterCorrection, SisterKind, SistersProposed } from './sister-correction.ts'

/** What was done to the first: the share that a reduction of its sisters follows. */
export interface Share {
  readonly beforePence: Pence
  readonly afterPence: Pence
}

export interface Proposing {
  readonly correctionId: string
  readonly cause: SisterCause
  readonly kind: SisterKind
  readonly reasons: string
  readonly chosen: readonly { readonly penaltyId: string; readonly caseId: string; readonly amountPence: Pence }[]
  readonly proposedBy: Named
  readonly proposedOn: CalendarDate
}

/** One officer says which notices share the fault. To have looked and found none is recorded too. */
export function proposeSisters(current: SisterCorrection | undefined, origin: Penalty, share: Share | null, proposing: Proposing): Decision<SistersProposed> {
  if (current !== undefined) return announce()
  const { kind, reasons, chosen, ...rest } = proposing
  if (reasons.trim() === '') return refuse('reasons-needed')
  if (kind === 'reduce' && (share === null || share.afterPence === noPence)) return refuse('no-reduction-to-follow')
  const items = chosen.map(({ penaltyId, caseId, amountPence }) => ({ penaltyId, caseId, fromPence: amountPence, toPence: kind === 'cancel' ? noPence : sameShare(amountPence, share) }))
  return announce({ type: 'sister-correction-proposed', ...rest, kind, reasons, items, originId: origin.id, caseId: origin.caseId })
}

/** A part of a penny is never asked for. */
export function sameShare(amount: Pence, share: Share | null): Pence {
  return share === null ? amount : pence(Math.floor((amount * share.afterPence) / share.beforePence))
}

/** How the first was made smaller, on appeal or on objection; null where it was not. */
export function shareOf({ id, determination }: Penalty, appeals: readonly Appeal[]): Share | null {
  const concluded = appeals.filter((appeal) => appeal.penaltyId === id && !isOpen(appeal)).flatMap(({ conclusion }) => (conclusion === null ? [] : [conclusion]))
  const changes = [...concluded, ...(determination === null ? [] : [determination])].map(({ beforePence, amountPence }) => ({ beforePence, afterPence: amountPence }))
  return changes.find(({ beforePence, afterPence }) => afterPence < beforePence) ?? null
}
