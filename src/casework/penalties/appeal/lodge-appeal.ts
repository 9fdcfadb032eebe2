import { announce, refuse, type Decision } from '#platform/decisions'
import { isAfter, isBefore, type CalendarDate } from '#values'
import { clocksOf } from '../deadline/last-day-for.ts'
import { noticeInForce, type Penalty } from '../penalty/penalty.ts'
import { firstCourts, isOpen, type Appeal, type AppealLodged, type AppealStanding } from './appeal.ts'

export type Lodging = Omit<AppealLodged, 'type' | 'standing' | 'caseId' | 'penaltyId'> & { readonly today: CalendarDate }

/**
 * An appeal is recorded whenever it comes, also a late one: the court decides whether to hear it, never this office. It lies
 * whether or not there was an objection, and whether or not the penalty was paid (s.35A).
 */
export function lodgeAppeal(penalty: Penalty | undefined, others: readonly Appeal[], { today, ...lodging }: Lodging): Decision<AppealLodged> {
  if (penalty === undefined) return refuse('no-such-penalty')
  const notice = noticeInForce(penalty)
  const earlier = others.find(({ id }) => id === lodging.follows)
  if (notice === undefined || (['cancelled', 'none'].includes(penalty.stage) && earlier === undefined)) return refuse('nothing-to-appeal')
  if (others.some((other) => other.penaltyId === penalty.id && isOpen(other))) return refuse('appeal-already-open')
  if (isBefore(lodging.lodgedOn, notice.issuedOn)) return refuse('lodged-before-notice')
  if (isBefore(lodging.servedOn, lodging.lodgedOn)) return refuse('served-before-lodged')
  if (isAfter(lodging.servedOn, today)) return refuse('served-in-future')
  if (lodging.follows) return takenFurther(penalty, earlier, lodging)
  if (firstCourts.every((court) => court !== lodging.court)) return refuse('not-a-first-court')
  const clock = clocksOf(penalty).find((each) => each.clock === 'appeal')
  return announce({ type: 'appeal-lodged', ...lodging, caseId: penalty.caseId, penaltyId: penalty.id, standing: standingOf(penalty, lodging.lodgedOn), under: (clock?.steps ?? []).map(({ cite, url }) => ({ cite, url })) })
}

/** What a court decided, before a higher one: by the appellant, or by us. Whether it is in time and may be heard is that court’s to say. */
function takenFurther({ id: penaltyId, caseId }: Penalty, earlier: Appeal | undefined, lodging: Omit<Lodging, 'today'>): Decision<AppealLodged> {
  const conclusion = earlier?.penaltyId === penaltyId ? earlier.conclusion : null
  if (conclusion === null || !['dismissed', 'reduced', 'cancelled'].includes(conclusion.outcome)) return refuse('no-decision-to-take-further')
  if (isBefore(lodging.lodgedOn, conclusion.on)) return refuse('lodged-before-decision')
  return announce({ type: 'appeal-lodged', ...lodging, caseId, penaltyId, standing: 'taken-further' })
}

/** By the last day on either reading of the time limit, from the notice or from the decision on an objection. */
export function standingOf(penalty: Penalty, lodgedOn: CalendarDate): AppealStanding {
  const clock = clocksOf(penalty).find((each) => each.clock === 'appeal')
  const lastDay = clock?.lastDay ?? null
  if (lastDay !== null && isAfter(lodgedOn, lastDay)) return 'late'
  return clock?.otherReadings.some((other) => isAfter(lodgedOn, other.lastDay)) === true ? 'late-on-one-reading' : 'in-time'
}
