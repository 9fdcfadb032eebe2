import { groundsOfRelease, isPaidOut, maySecurityReplace, type Judged, type Requirement } from '#law'
import { announce, refuse, type Decision } from '#platform/decisions'
import { addPence, isAfter, isBefore, type Citation, type Pence } from '#values'
import { openExpenses, powerOf, type Detention, type DetentionEvent, type Release, type ReleaseWay } from './detention.ts'
import type { DetentionFacts, SecuredDebt } from './may-detain.ts'

/** One way out for a vehicle, what stands in its way, and, before a court, the grounds there are. */
export interface WayOut {
  readonly way: ReleaseWay
  readonly missing: readonly string[]
  readonly grounds: readonly Requirement[]
  readonly under: readonly Citation[]
}

/** What may lead to release today. A vehicle that is held provisionally goes back by decision alone: no debt stands yet that it is held for. */
export function waysOut(detention: Detention, { debts, hasOwnerWithoutNotice, today }: DetentionFacts): readonly WayOut[] {
  const decision: WayOut = { way: 'decision', missing: [], grounds: [], under: [] }
  const power = powerOf(detention)
  if (power === undefined) return [decision]
  const { value: grounds, under } = groundsOfRelease(power, hasOwnerWithoutNotice, today)
  return [
    judged('paid', isPaidOut(power, { owedPence: owedFor(detention, debts), expensesPence: openExpenses(detention) })),
    judged('security', maySecurityReplace(power)),
    { way: 'court', missing: [], grounds, under },
    decision,
  ]
}

function judged(way: ReleaseWay, { conditions, under }: Judged): WayOut {
  return { way, missing: conditions.filter(({ isMet }) => !isMet).map(({ text }) => text), grounds: [], under }
}

/** What is still owed on the penalties that it is held for. */
export function owedFor({ penaltyIds }: Pick<Detention, 'penaltyIds'>, debts: readonly SecuredDebt[]): Pence {
  return addPence(...debts.filter(({ penalty }) => penaltyIds.includes(penalty.id)).map(({ owedPence }) => owedPence))
}

/** A named officer lets the vehicle go, in a way that is open today. */
export function releaseVehicle(detention: Detention | undefined, facts: DetentionFacts, release: Release): Decision<DetentionEvent> {
  if (detention === undefined) return refuse('no-such-detention')
  if (detention.stage !== 'held') return refuse('vehicle-not-held')
  if (isBefore(release.on, detention.detainedOn)) return refuse('before-it-was-detained')
  if (isAfter(release.on, facts.today)) return refuse('step-in-future')
  const out = waysOut(detention, facts).find(({ way }) => way === release.way)
  if (out === undefined || out.missing.length > 0) return refuse('no-way-out', out?.under)
  if (release.way === 'court' && !out.grounds.some(({ id }) => id === release.ground)) return refuse('choose-the-ground')
  return announce({ type: 'vehicle-released', release, under: out.under })
}
