import { pence, timesPence } from '#values'
import { maximumForCarrying } from '../instruments/carriers-liability-regulations-2002.ts'
import { membersBeforeReform } from '../instruments/civil-penalty-accreditation-scheme.ts'
import { effectiveSystemDefence } from '../instruments/immigration-and-asylum-act-1999.ts'
import { inForce } from '../provision.ts'
import { amountInWords, tell } from '../words.ts'
import { step, type Step } from '../step.ts'
import { circumstanceFlags, inOrder } from './circumstances.ts'
import { timesCounted } from './level-of-penalty.ts'
import { regimeStep } from './which-regime.ts'
import { whoIsLiable } from './who-is-liable.ts'
import type { Assessment, PersonAssessment } from '../assessment.ts'
import type { Facts, PersonFacts } from './facts.ts'

/** The old code's factors could not be read, so only the bounds are given: old amounts are entered as they were, never computed again. */
export function boundsBefore2023(facts: Facts): Assessment {
  const { perPerson, aggregate } = inForce(maximumForCarrying, facts.occurredOn).value
  const isCarrying = facts.section === '32'
  const times = timesCounted(facts)
  return {
    regime: 'PRE_2023',
    persons: facts.persons.map((person) => personBefore2023(person, facts)),
    aggregatePence: null,
    caps: {
      statutoryPence: isCarrying ? timesPence(aggregate, times) : pence(0),
      tierPence: null,
      exceeded: false,
      tierExceeded: false,
      perPersonPence: isCarrying ? perPerson : pence(0),
      times,
    },
    flags: inOrder([...circumstanceFlags(facts), 'PRE_2023_BOUNDS']),
    alternatives: [],
  }
}

function personBefore2023(person: PersonFacts, facts: Facts): PersonAssessment {
  const { liable, code, reason, steps } = whoIsLiable(person, facts)
  return {
    id: person.id,
    capacity: person.capacity,
    liable,
    reasonNotLiable: reason?.en ?? null,
    reasonNotLiableFr: reason?.fr ?? null,
    reasonCode: code,
    startingPointPence: null,
    perEntrantPence: liable ? null : pence(0),
    totalPence: liable ? null : pence(0),
    exposurePence: null,
    answersFor: [],
    flags: [],
    steps: [regimeStep(facts.occurredOn), ...steps, ...(liable ? [systemStep(facts), ...memberStep(person, facts), boundsStep(facts)] : [])],
  }
}

/** Whether the old defence was made out is not among the facts asked, so it is said and left to a person. */
function systemStep({ occurredOn }: Facts): Step {
  inForce(effectiveSystemDefence, occurredOn)
  return step('effective-system', { words: tell('system-not-asked'), under: effectiveSystemDefence, applied: false })
}

/** A member of the scheme was not fined in these capacities while it kept to the scheme, which is for a person to find. */
function memberStep({ accredited, capacity }: PersonFacts, { occurredOn }: Facts): readonly Step[] {
  const { notFinedAs } = inForce(membersBeforeReform, occurredOn).value
  if (!accredited || !notFinedAs.some((each) => each === capacity)) return []
  return [step('member-before-2023', { words: tell('member-not-fined'), under: membersBeforeReform, applied: false })]
}

function boundsStep({ occurredOn }: Facts): Step {
  const { perPerson, aggregate } = inForce(maximumForCarrying, occurredOn).value
  const words = tell('bounds-only', { one: amountInWords(perPerson), all: amountInWords(aggregate) })
  return step('bounds', { words, under: maximumForCarrying })
}
