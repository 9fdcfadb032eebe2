import type { Database } from '#platform/database'
import { pence, type Pence } from '#values'
import type { PenaltyCase } from '../case/penalty-case.ts'
import { penaltyStageWords, type StateWords } from '../case/words.ts'
import { penaltyReference } from '../notice/penalty-reference.ts'
import { penaltiesOfCase } from '../penalty/penalty.store.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { personsOfCase } from '../person/person.store.ts'
import { nameOf, type Person } from '../person/person.ts'
import { moneyOf, type Money } from './money.store.ts'
import { debtLines, type DebtLine } from './read-journals.store.ts'

export interface StatedPenalty {
  readonly penaltyId: string
  readonly reference: string
  readonly name: string
  readonly capacity: Person['capacity']
  readonly stage: StateWords
  readonly money: Money
  readonly lines: readonly (DebtLine & { readonly owedAfterPence: Pence })[]
}

/** One person's account: what is theirs, and what of others' they answer for, which is owed once and counted once. */
export interface Statement {
  readonly name: string
  readonly capacity: Person['capacity']
  readonly own: readonly StatedPenalty[]
  readonly answersFor: readonly Pick<StatedPenalty, 'reference' | 'name' | 'capacity' | 'money'>[]
}

export async function statementsOf(db: Database, found: PenaltyCase): Promise<readonly Statement[]> {
  const [persons, penalties] = [await personsOfCase(db, found.id), await penaltiesOfCase(db, found.id)]
  const stated: (StatedPenalty & { readonly personId: string })[] = []
  for (const penalty of penalties) {
    const person = persons.find(({ id }) => id === penalty.personId)
    if (person !== undefined) stated.push({ ...(await state(db, penalty, person)), reference: penaltyReference(found, persons, person), personId: person.id })
  }
  return persons.map((person) => {
    const worksForThem = new Set(persons.filter(({ facts }) => facts.underContractWith === person.partyId).map(({ id }) => id))
    return {
      name: nameOf(person),
      capacity: person.capacity,
      own: stated.filter(({ personId }) => personId === person.id),
      answersFor: stated.filter(({ personId }) => worksForThem.has(personId)),
    }
  })
}

async function state(db: Database, penalty: Penalty, person: Person): Promise<Omit<StatedPenalty, 'reference'>> {
  const lines = await debtLines(db, penalty.id)
  let owed = 0
  const withRest = lines.map((line) => {
    owed += line.amountPence
    return { ...line, owedAfterPence: pence(owed) }
  })
  return { penaltyId: penalty.id, name: nameOf(person), capacity: person.capacity, stage: penaltyStageWords[penalty.stage], money: await moneyOf(db, penalty.id), lines: withRest }
}
