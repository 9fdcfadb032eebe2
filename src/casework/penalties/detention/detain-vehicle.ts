import { lastMomentOfProvisionalDetention, type DetentionPower } from '#law'
import { announce, refuse, type Decision, type Refusal } from '#platform/decisions'
import { dayOf, isAfter, type Citation } from '#values'
import { eachOnce } from '../deadline/each-once.ts'
import type { Detention, VehicleDetained, VehicleHeldAsSecurity } from './detention.ts'
import { againstDetaining, mayDetainFor, type DetentionFacts, type SaidByOfficer } from './may-detain.ts'

interface Saying {
  readonly said: SaidByOfficer
}

export type Detaining = Omit<VehicleDetained, 'type' | 'under' | 'caseId'> & Saying

/** A senior officer’s detention is recorded, when the law allows it for every penalty it is for. */
export function detainVehicle(facts: DetentionFacts, { said, ...detaining }: Detaining): Decision<VehicleDetained> {
  if (isAfter(detaining.detainedOn, facts.today)) return refuse('step-in-future')
  const basis = detaining.heldUnder === 'provisional' ? provisionally(facts, detaining) : securing(facts, { ...detaining, power: detaining.heldUnder, said })
  return 'refused' in basis ? basis : announce({ type: 'vehicle-detained', caseId: facts.found.id, ...detaining, under: basis.under })
}

export type HoldingAsSecurity = Omit<VehicleHeldAsSecurity, 'type' | 'under'> & Saying

/** The notice came while the vehicle was held provisionally: it stays, on the conditions of the other power. */
export function holdAsSecurity(detention: Detention | undefined, facts: DetentionFacts, { said, ...holding }: HoldingAsSecurity): Decision<VehicleHeldAsSecurity> {
  if (detention === undefined) return refuse('no-such-detention')
  if (detention.stage !== 'held' || detention.heldUnder !== 'provisional') return refuse('not-held-provisionally')
  if (isAfter(holding.detainedOn, facts.today)) return refuse('step-in-future')
  if (holding.detainedOn < detention.detainedOn) return refuse('before-it-was-detained')
  const basis = securing(facts, { power: '36', penaltyIds: holding.penaltyIds, said })
  return 'refused' in basis ? basis : announce({ type: 'vehicle-held-as-security', ...holding, under: basis.under })
}

interface Basis {
  readonly under: readonly Citation[]
}

/** Only until a notice is issued, and never beyond its hours. */
function provisionally({ debts }: DetentionFacts, { firstSearchEndedAt, detainedOn }: Omit<Detaining, 'said'>): Refusal | Basis {
  if (firstSearchEndedAt === null) return refuse('say-when-the-search-ended')
  if (debts.length > 0) return refuse('notice-issued-already')
  const { value: lastMoment, under } = lastMomentOfProvisionalDetention(firstSearchEndedAt)
  return isAfter(detainedOn, dayOf(lastMoment)) ? refuse('hours-have-run', under) : { under }
}

interface Securing {
  readonly power: DetentionPower
  readonly penaltyIds: readonly string[]
  readonly said: SaidByOfficer
}

function securing(facts: DetentionFacts, { power, penaltyIds, said }: Securing): Refusal | Basis {
  const chosen = facts.debts.filter(({ penalty }) => penaltyIds.includes(penalty.id))
  if (chosen.length === 0 || chosen.length < penaltyIds.length) return refuse('choose-the-penalties')
  const judged = chosen.map((debt) => mayDetainFor(power, debt, said, facts.today))
  const under = eachOnce(judged.flatMap(({ under: each }) => each))
  const isAllowed = judged.every(({ value }) => value) && chosen.every((debt) => againstDetaining(power, debt, facts).length === 0)
  return isAllowed ? { under } : refuse('detention-not-allowed', under)
}
