import type { Pence } from '#values'
import { businessSizes, type AssessmentInput, type Capacity, type PersonAssessment, type Regime } from '../assessment.ts'
import { noEarlierPenalty, securingWords, shownAsWell, shownFacts, shownFactWords, shownSizeWords, type ShownFact } from '../in-both-facts.ts'
import type { Words } from '../words.ts'
import { amountsUnder } from './amounts.ts'
import { drives } from './drives.ts'
import { factsOf, type Facts, type PersonFacts } from './facts.ts'
import { whichRegime } from './which-regime.ts'

/** One fact that, if it were otherwise and all else the same, would change what this person owes. */
export interface NearestFact {
  readonly id: string
  readonly capacity: Capacity
  readonly fact: string
  readonly text: string
  readonly textFr: string
  readonly liable: boolean
  /** What this person would owe then, after the cut where the aggregate is above the cap; null when not liable. */
  readonly totalPence: Pence | null
}

/**
 * What would change the result: each fact turned round by itself, for each person in turn, where that moves the amount or
 * the liability; the lowest amount first. Nothing under the law before 2023, whose amounts are never computed again.
 */
export function nearestFacts(input: AssessmentInput): readonly NearestFact[] {
  const facts = factsOf(input)
  const { value: regime } = whichRegime(facts.occurredOn)
  if (regime === 'PRE_2023') return []
  const now = amountsUnder(facts, regime).persons
  return now.flatMap((before, place) => nearestFor(before, place, { facts, regime }))
}

interface Asked {
  readonly facts: Facts
  readonly regime: Regime
}

function nearestFor(before: PersonAssessment, place: number, { facts, regime }: Asked): readonly NearestFact[] {
  const changed = otherwise(place, facts).flatMap(({ fact, words, otherFacts }) => {
    const after = amountsUnder(otherFacts, regime).persons[place]
    if (after === undefined || owedBy(after) === owedBy(before)) return []
    return [{ id: after.id, capacity: after.capacity, fact, text: words.en, textFr: words.fr, liable: after.liable, totalPence: owedBy(after) }]
  })
  return changed.sort((one, other) => (one.totalPence ?? 0) - (other.totalPence ?? 0))
}

function owedBy({ liable, totalPence, cappedTotalPence }: PersonAssessment): Pence | null {
  return liable ? (cappedTotalPence ?? totalPence) : null
}

interface Otherwise {
  readonly fact: string
  readonly words: Words
  readonly otherFacts: Facts
}

/** The facts with one of them turned round, once for each that can be. */
function otherwise(place: number, facts: Facts): readonly Otherwise[] {
  const person = facts.persons[place]
  if (person === undefined) return []
  const ofPerson = turned(person).map(({ fact, words, changed }) => ({ fact, words, otherFacts: withPerson(facts, place, changed) }))
  return facts.section === '31A' ? [...ofPerson, securedOtherwise(facts)] : ofPerson
}

interface Turned {
  readonly fact: string
  readonly words: Words
  readonly changed: Partial<PersonFacts>
}

function turned(person: PersonFacts): readonly Turned[] {
  const shown = shownFacts.map((fact) => ({ fact, words: turnedWords(person, fact), changed: { [fact]: !person[fact] } }))
  // A driver's means are assessed by a person, so no size is tried.
  const sizes = drives(person) ? [] : businessSizes.filter((size) => size !== person.businessSize)
    .map((businessSize) => ({ fact: `businessSize:${businessSize}`, words: shownSizeWords[businessSize], changed: { businessSize, meansAmount: null } }))
  const record = person.earlierPenalties.length === 0 ? [] : [{ fact: 'earlierPenalties', words: noEarlierPenalty, changed: { earlierPenalties: [] } }]
  return [...shown, ...record, ...sizes]
}

function turnedWords(person: PersonFacts, fact: ShownFact): Words {
  if (fact === 'complied' && !person.complied && person.actionsNotShown.length > 0) return shownAsWell(person.actionsNotShown)
  return person[fact] ? shownFactWords[fact].notShown : shownFactWords[fact].shown
}

function withPerson(facts: Facts, place: number, changed: Partial<PersonFacts>): Facts {
  return { ...facts, persons: facts.persons.map((each, at) => (at === place ? { ...each, ...changed } : each)) }
}

/** How the vehicle was secured is one fact for everybody. */
function securedOtherwise(facts: Facts): Otherwise {
  const words = facts.adequatelySecured ? securingWords.notShown : securingWords.shown
  return { fact: 'adequatelySecured', words, otherFacts: { ...facts, adequatelySecured: !facts.adequatelySecured } }
}
