import { barOfOtherSection, maximumAsked, powerToPenalise, reasonNeededAgainstReporter } from '#law'
import { announce, refuse, type Decision, type Refusal } from '#platform/decisions'
import type { CalendarDate, Pence } from '#values'
import type { EvidenceBefore } from '../evidence/evidence-before.ts'
import type { PenaltyDecided } from '../events.ts'
import type { ChosenReading, Named, Penalty } from '../penalty/penalty.ts'
import { leftInAggregate, mostForOnePerson } from './ceiling.ts'
import { codeFigureAsRead, pointNotRead, pointsToRead, readAs } from './readings.ts'

export interface Deciding {
  readonly amountPence: Pence
  readonly reasons: string
  readonly readings: readonly ChosenReading[]
  readonly selfReportOverride: string | null
  readonly decidedBy: Named
  readonly decidedOn: CalendarDate
  /** What is already decided for the other persons of the case under the same section. */
  readonly othersPence: readonly Pence[]
  /** This person already has a penalty under the other section for the same circumstances. */
  readonly isBarred: boolean
  /** What the decider had opened of the evidence. */
  readonly evidence?: EvidenceBefore
}

/**
 * A senior officer decides; the law's figure is where they start, not where they must end. They may depart from it with
 * reasons (s.32A: regard to the code and to any other relevant matter), but never above the statutory maxima.
 */
export function decidePenalty(penalty: Penalty | undefined, deciding: Deciding): Decision<PenaltyDecided> {
  if (penalty === undefined) return refuse('no-such-penalty')
  const refusal = notOpenToDecide(penalty, deciding) ?? notFounded(penalty, deciding) ?? aboveTheMaximum(penalty, deciding)
  if (refusal !== undefined) return refusal

  const { amountPence, reasons, readings, selfReportOverride, decidedBy, decidedOn, evidence } = deciding
  const reporter = reasonNeededAgainstReporter(penalty.driverReported, decidedOn)
  const departsFromCode = amountPence !== codeFigureAsRead(penalty, readings)
  return announce({
    type: 'penalty-decided', amountPence, reasons, departsFromCode, readings, decidedBy, decidedOn,
    ...(evidence === undefined ? {} : { evidence }),
    selfReportOverride: reporter.value ? selfReportOverride : null,
    under: [powerToPenalise(penalty.section), ...maximumAsked(penalty.section), ...(reporter.value ? reporter.under : [])],
  })
}

/** Two people for each penalty: the one who proposes never decides. */
export function notOpenToDecide({ stage, proposal }: Penalty, { reasons, decidedBy }: Pick<Deciding, 'reasons' | 'decidedBy'>): Refusal | undefined {
  if (stage === 'withdrawn') return refuse('proposal-withdrawn')
  if (stage !== 'proposed') return refuse('already-decided')
  if (proposal.proposedBy.officerId === decidedBy.officerId) return refuse('proposed-by-the-same-person')
  if (reasons.trim() === '') return refuse('reasons-needed')
  return undefined
}

function notFounded(penalty: Penalty, { readings, selfReportOverride, amountPence, isBarred, decidedOn }: Deciding): Refusal | undefined {
  if (!penalty.proposal.liable) return refuse('not-liable')
  if (isBarred) return refuse('penalised-under-other-section', [barOfOtherSection(penalty.section)])
  if (pointNotRead(pointsToRead(penalty), readings) !== undefined) return refuse('choose-a-reading')
  if (amountPence <= 0) return refuse('nothing-is-no-penalty')
  const reporter = reasonNeededAgainstReporter(penalty.driverReported, decidedOn)
  if (reporter.value && (selfReportOverride ?? '').trim() === '') return refuse('driver-reported', reporter.under)
  return undefined
}

function aboveTheMaximum({ proposal, section }: Penalty, { readings, amountPence, othersPence }: Deciding): Refusal | undefined {
  const answer = readAs(proposal.snapshot, readings)
  if (amountPence > mostForOnePerson(answer)) return refuse('above-the-maximum', maximumAsked(section))
  if (amountPence > leftInAggregate(answer, othersPence)) return refuse('above-the-aggregate', maximumAsked(section))
  return undefined
}
