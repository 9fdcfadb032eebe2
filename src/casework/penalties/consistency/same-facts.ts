import { businessSizes, type BusinessSize, type Capacity, type Regime, type Section } from '#law'
import type { CalendarDate, Pence } from '#values'
import type { Penalty } from '../penalty/penalty.ts'

/** What a decision is taken on, and nothing else: no name, no plate, no country. */
export interface Facts {
  readonly section: Section
  readonly capacity: Capacity
  readonly regime: Regime
  readonly entrants: number
  readonly complied: boolean
  readonly accredited: boolean
  readonly employedByAccredited: boolean
  readonly absentAndActed: boolean
  readonly businessSize: BusinessSize | null
  readonly meansShown: boolean
  readonly earlier: number
  readonly driverReported: boolean
}

/** The facts as the proposal put them to the law. */
export function factsOf({ proposal, partyId, capacity, section, regime, entrants, driverReported }: Penalty): Facts {
  const person = proposal.snapshot.input.persons.find((each) => each.id === partyId && each.capacity === capacity)
  return {
    section, capacity, regime, entrants, driverReported,
    complied: person?.complied ?? false,
    accredited: person?.accredited ?? false,
    employedByAccredited: person?.employedByAccredited ?? false,
    absentAndActed: person?.absentAndActedToComply ?? false,
    businessSize: person?.businessSize ?? null,
    meansShown: (person?.meansAmountPence ?? null) !== null,
    earlier: person?.earlierPenalties?.length ?? 0,
  }
}

/** A decision that was taken, without anybody's name. */
export interface EarlierDecision {
  readonly penaltyId: string
  readonly reference: string
  readonly facts: Facts
  readonly codePence: Pence | null
  readonly amountPence: Pence
  /** What stands now, after objection and appeal. */
  readonly standsPence: Pence
  readonly decidedOn: CalendarDate
}

export interface Nearest extends EarlierDecision {
  /** What is other than here; empty where the facts are the same. */
  readonly differences: readonly string[]
  /** The decided amount in hundredths of the code's figure; null where none was computed. */
  readonly percentOfCode: number | null
}

/** How far one set of facts is from another, and in which words. The weights say how much each usually moves an amount. */
export function differencesBetween(here: Facts, there: Facts): { readonly distance: number; readonly words: readonly string[] } {
  const yesNo = (weight: number, now: boolean, then: boolean, words: string): readonly Difference[] => (now === then ? [] : [{ weight, words: then ? words : `not ${words}` }])
  const differences: readonly Difference[] = [
    ...(here.regime === there.regime ? [] : [{ weight: 3, words: 'under other rules' }]),
    ...yesNo(4, here.complied, there.complied, 'took the required actions'),
    ...yesNo(3, here.accredited, there.accredited, 'accredited'),
    ...yesNo(1, here.employedByAccredited, there.employedByAccredited, 'employed by a member'),
    ...yesNo(2, here.absentAndActed, there.absentAndActed, 'absent and acted to comply'),
    ...yesNo(3, here.driverReported, there.driverReported, 'reported by the driver'),
    ...yesNo(3, here.meansShown, there.meansShown, 'means shown'),
    ...(here.businessSize === there.businessSize ? [] : [{ weight: 2 * stepsBetween(here.businessSize, there.businessSize), words: there.businessSize === null ? 'size not shown' : `${there.businessSize} business` }]),
    ...(here.earlier === there.earlier ? [] : [{ weight: 2 * Math.abs(here.earlier - there.earlier), words: `${there.earlier} earlier ${there.earlier === 1 ? 'penalty' : 'penalties'}` }]),
    ...(here.entrants === there.entrants ? [] : [{ weight: Math.min(2, Math.abs(here.entrants - there.entrants) / 4), words: `${there.entrants} ${there.entrants === 1 ? 'entrant' : 'entrants'}` }]),
  ]
  return { distance: differences.reduce((sum, { weight }) => sum + weight, 0), words: differences.map(({ words }) => words) }
}

interface Difference {
  readonly weight: number
  readonly words: string
}

function stepsBetween(one: BusinessSize | null, other: BusinessSize | null): number {
  if (one === null || other === null) return 1
  return Math.abs(businessSizes.indexOf(one) - businessSizes.indexOf(other))
}

/** The earlier decisions whose facts come nearest, the nearest and then the latest first. */
export function nearestDecisions(here: Facts, earlier: readonly EarlierDecision[], most: number): readonly Nearest[] {
  return earlier
    .map((decision) => ({ decision, ...differencesBetween(here, decision.facts) }))
    .sort((one, other) => one.distance - other.distance || (one.decision.decidedOn < other.decision.decidedOn ? 1 : -1))
    .slice(0, most)
    .map(({ decision, words }) => ({ ...decision, differences: words, percentOfCode: percentOf(decision.amountPence, decision.codePence) }))
}

/** What those decided on the very same facts came to, against the code: what a decision now is read beside. */
export function rangeOnSameFacts(nearest: readonly Nearest[]): { readonly count: number; readonly least: number; readonly most: number } | undefined {
  const percents = nearest.filter(({ differences }) => differences.length === 0).flatMap(({ percentOfCode }) => percentOfCode ?? [])
  return percents.length === 0 ? undefined : { count: percents.length, least: Math.min(...percents), most: Math.max(...percents) }
}

function percentOf(amount: Pence, code: Pence | null): number | null {
  return code === null || code === 0 ? null : Math.round((amount * 100) / code)
}
