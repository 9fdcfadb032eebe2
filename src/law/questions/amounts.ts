import { addPence, noPence, timesPence, type Pence } from '#values'
import { aggregateSteps } from './aggregate-steps.ts'
import { bitingCap, capsOn, cutProRata } from './aggregate-cap.ts'
import { circumstanceFlags, inOrder } from './circumstances.ts'
import { answeredForBy, contractOutsideList, exposureOf, jointStep, type Owing } from './joint-exposure.ts'
import { levelOfPenalty, timesCounted, type Level } from './level-of-penalty.ts'
import { separateCapacityStep } from './separate-capacities.ts'
import { regimeStep } from './which-regime.ts'
import { whoIsLiable, type Liability } from './who-is-liable.ts'
import type { Assessment, Caps, Flag, PersonAssessment, Regime } from '../assessment.ts'
import type { Facts, PersonFacts } from './facts.ts'

export type Amounts = Omit<Assessment, 'alternatives'>

interface Row extends Owing {
  readonly liability: Liability
  readonly level: Level | null
  /** The share after the cut; the same as the total where nothing is cut. */
  readonly capped: Pence
}

/** The whole assessment under one reading of the unsettled points. */
export function amountsUnder(facts: Facts, regime: Regime): Amounts {
  const uncut = facts.persons.map((person) => rowOf(person, facts))
  const levels = uncut.flatMap(({ level }) => (level === null ? [] : [level]))
  const caps = capsOn(levels, timesCounted(facts), facts)
  const cap = bitingCap(caps, facts)
  const rows = cap === null ? uncut : cut(uncut, cap, caps.times)
  const aggregate = addPence(...rows.map(({ total }) => total))
  return {
    regime,
    persons: rows.map((row) => personAssessment(row, { rows, facts, caps, isCut: cap !== null })),
    aggregatePence: aggregate,
    ...(cap !== null && { cappedAggregatePence: timesPence(cap, caps.times) }),
    caps,
    flags: flagsOf(rows, caps, facts),
  }
}

function rowOf(person: PersonFacts, facts: Facts): Row {
  const liability = whoIsLiable(person, facts)
  const level = liability.liable ? levelOfPenalty(person, facts) : null
  const total = level?.total ?? noPence
  return { person, liability, level, total, capped: total }
}

/** The cap is for each entrant, so the cut is made for one entrant and then multiplied. */
function cut(rows: readonly Row[], cap: Pence, times: number): readonly Row[] {
  const shares = cutProRata(rows.map(({ level }) => level?.perEntrant ?? noPence), cap)
  return rows.map((row, place) => ({ ...row, capped: timesPence(shares[place] ?? noPence, times) }))
}

interface Whole {
  readonly rows: readonly Row[]
  readonly facts: Facts
  readonly caps: Caps
  readonly isCut: boolean
}

function personAssessment(row: Row, { rows, facts, caps, isCut }: Whole): PersonAssessment {
  const { person, liability, level, total, capped } = row
  const cappedRows = rows.map((each) => ({ person: each.person, total: each.capped }))
  const shown = isCut && level !== null
  return {
    id: person.id,
    capacity: person.capacity,
    liable: liability.liable,
    reasonNotLiable: liability.reason?.en ?? null,
    reasonNotLiableFr: liability.reason?.fr ?? null,
    reasonCode: liability.code,
    startingPointPence: level?.startingPoint ?? null,
    perEntrantPence: level?.perEntrant ?? null,
    totalPence: total,
    exposurePence: exposureOf(person.id, rows),
    ...(isCut && { cappedTotalPence: capped, cappedExposurePence: exposureOf(person.id, cappedRows) }),
    answersFor: answeredForBy(person, rows).map((each) => each.person.id),
    flags: inOrder(level?.flags ?? []),
    steps: [
      regimeStep(facts.occurredOn),
      ...liability.steps,
      ...(liability.liable ? separateCapacityStep(person, facts) : []),
      ...(level?.steps ?? []),
      ...(shown ? aggregateSteps({ capped, caps, facts }) : []),
      ...jointStep(person, rows, facts),
    ],
  }
}

function flagsOf(rows: readonly Row[], caps: Caps, facts: Facts): readonly Flag[] {
  const found: Flag[] = [...circumstanceFlags(facts), ...rows.flatMap(({ level }) => level?.flags ?? [])]
  if (caps.exceeded) found.push('AGGREGATE_CAP')
  if (caps.tierExceeded) found.push('TIER_CAP')
  if (contractOutsideList(facts.persons)) found.push('JOINT_LIABILITY_NOT_LISTED')
  return inOrder(found)
}
