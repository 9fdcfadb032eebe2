import { refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn, type Act } from '#platform/events'
import { noPence, type By, type CalendarDate } from '#values'
import { mayStillAppeal } from '../appeal/may-still-appeal.ts'
import { caseStateOf } from '../case/case-state.store.ts'
import { readCase } from '../case/case.store.ts'
import { capacityWords } from '../case/words.ts'
import { lockCase } from '../case/lock-case.store.ts'
import { nameOf } from '../person/person.ts'
import { hasOwnerWithoutNotice, tiesOf } from './driver-ties.ts'
import type { Detention, DetentionEvent } from './detention.ts'
import { detentionsOfCase, detentionThing, readDetention } from './detention.store.ts'
import type { DetentionFacts } from './may-detain.ts'

/** All that decides on the vehicles of a case, as it stands now. */
export async function detentionFacts(db: Database, caseId: string, today: CalendarDate): Promise<DetentionFacts | undefined> {
  const found = await readCase(db, caseId)
  if (found === undefined) return undefined
  const { state: { persons, penalties, appeals = [], standstills, owed } } = await caseStateOf(db, found, today)
  const debts = penalties.filter(({ notices }) => notices.length > 0).map((penalty) => {
    const person = persons.find(({ id }) => id === penalty.personId)
    return {
      penalty,
      whose: `${person === undefined ? '' : nameOf(person)}, ${capacityWords[penalty.capacity].toLowerCase()}`,
      owedPence: owed.get(penalty.id) ?? noPence,
      standstills: standstills?.get(penalty.id) ?? [],
      ties: tiesOf(penalty, persons, penalties),
      appealOpen: mayStillAppeal(penalty, appeals, today),
    }
  })
  return { found, debts, detentions: await detentionsOfCase(db, caseId), hasOwnerWithoutNotice: hasOwnerWithoutNotice(persons, penalties), today }
}

interface OnCase {
  readonly caseId: string
  readonly detentionId: string
  readonly today: CalendarDate
  readonly by: By
}

/** Decides on one vehicle, knowing all that bears on the vehicles of its case. */
export type DecideOnVehicle = (detention: Detention | undefined, facts: DetentionFacts) => Decision<DetentionEvent>

/** An act on a vehicle is judged and written under its case’s lock. */
export async function detainIn(db: Database, { caseId, detentionId, today, by }: OnCase, decide: DecideOnVehicle): Promise<Decision<DetentionEvent>> {
  return db.transaction().execute(async (tx) => {
    await lockCase(tx, caseId)
    const facts = await detentionFacts(tx, caseId, today)
    return facts === undefined ? refuse('no-such-case') : changeIn(tx, detentionThing, { id: detentionId, by }, (detention) => decide(detention, facts))
  })
}

/** The same for one that is there already; what only records something of it asks nothing else of the case. */
export async function changeDetention(db: Database, { id, by }: Act, decide: (detention: Detention | undefined) => Decision<DetentionEvent>): Promise<Decision<DetentionEvent>> {
  return db.transaction().execute(async (tx) => {
    const detention = await readDetention(tx, id)
    if (detention !== undefined) await lockCase(tx, detention.caseId)
    return changeIn(tx, detentionThing, { id, by }, decide)
  })
}
