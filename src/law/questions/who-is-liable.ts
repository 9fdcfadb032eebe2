import { isInForce } from '../provision.ts'
import { failureToSecure } from '../instruments/immigration-and-asylum-act-1999.ts'
import { say, type Words } from '../words.ts'
import { step, type Step } from '../step.ts'
import { adequatelySecured, arrivedAtControl, knowledge, noClandestineEntrant, notAGoodsVehicle, notResponsible, ownActionsTaken } from './grounds-of-liability.ts'
import { anothersDuress, duress, penalisedAtControl, penalisedUnderOtherSection } from './defences-and-bars.ts'
import type { NotLiableCode } from '../assessment.ts'
import type { Facts, PersonFacts } from './facts.ts'
import type { Ground } from './ground.ts'

export interface Liability {
  readonly liable: boolean
  readonly code: NotLiableCode | null
  readonly reason: Words | null
  readonly steps: readonly Step[]
}

type Question = (person: PersonFacts, facts: Facts) => Ground

/** In the order a decider asks them: is the person answerable at all, is the failure made out, is there an excuse or a bar. */
const questionsOfCarrying: readonly Question[] = [notResponsible, noClandestineEntrant, knowledge, duress, anothersDuress, penalisedUnderOtherSection]
const questionsOfSecuring: readonly Question[] = [
  notAGoodsVehicle,
  notResponsible,
  arrivedAtControl,
  adequatelySecured,
  ownActionsTaken,
  duress,
  penalisedUnderOtherSection,
  penalisedAtControl,
]

/** Asks until one answer frees the person; that one and all before it are the explanation. */
export function whoIsLiable(person: PersonFacts, facts: Facts): Liability {
  if (facts.section === '31A' && !isInForce(failureToSecure, facts.occurredOn)) return beforeSection31A()

  const grounds = (facts.section === '32' ? questionsOfCarrying : questionsOfSecuring).map((ask) => ask(person, facts))
  const freed = grounds.findIndex((ground) => ground.frees)
  const asked = freed === -1 ? grounds : grounds.slice(0, freed + 1)
  const steps = asked.filter((ground) => ground.frees || !ground.quiet).map(groundStep)
  const deciding = grounds[freed]
  if (deciding === undefined) return { liable: true, code: null, reason: null, steps }
  return { liable: false, code: deciding.code, reason: deciding.words, steps }
}

function groundStep({ rule, frees, words, under, isMet = false }: Ground): Step {
  return step(rule, { words, under, applied: frees || isMet })
}

function beforeSection31A(): Liability {
  const reason = say('Section 31A did not exist before 13 February 2023.', 'L’article 31A n’existait pas avant le 13 février 2023.')
  return { liable: false, code: 'section-not-in-force', reason, steps: [step('section-in-force', { words: reason, under: failureToSecure })] }
}
