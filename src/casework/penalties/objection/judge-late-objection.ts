import { announce, refuse, type Decision } from '#platform/decisions'
import type { CalendarDate } from '#values'
import type { LateObjectionAccepted, LateObjectionRefused } from '../events.ts'
import type { Named, Penalty } from '../penalty/penalty.ts'

export interface Judging {
  readonly accept: boolean
  readonly reasons: string
  readonly judgedOn: CalendarDate
  readonly decidedBy: Named
}

/** Whether a late objection is dealt with is a person's decision, with reasons, either way. */
export function judgeLateObjection(penalty: Penalty | undefined, { accept, reasons, judgedOn, decidedBy }: Judging): Decision<LateObjectionAccepted | LateObjectionRefused> {
  if (penalty === undefined) return refuse('no-such-penalty')
  if (penalty.stage !== 'objected' || penalty.objection?.standing !== 'late') return refuse('no-late-objection-waits')
  if (reasons.trim() === '') return refuse('reasons-needed')
  return accept ? announce({ type: 'late-objection-accepted', acceptedOn: judgedOn, reasons, decidedBy }) : announce({ type: 'late-objection-refused', reasons, decidedBy })
}
