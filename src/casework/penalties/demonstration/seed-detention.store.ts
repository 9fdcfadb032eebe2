import type { Database } from '#platform/database'
import { settledId } from '#platform/identity'
import { pounds, type CalendarDate } from '#values'
import { changeDetention, detainIn } from '../detention/change-detention.store.ts'
import { detainVehicle } from '../detention/detain-vehicle.ts'
import { readDetention } from '../detention/detention.store.ts'
import { recordExpense, tellOfDetention } from '../detention/keep-detention.ts'
import { saidInFull } from '../detention/may-detain.ts'
import { postDebt } from '../payment/debt.store.ts'
import { penaltiesOfCase } from '../penalty/penalty.store.ts'
import { named } from '../penalty/penalty.ts'
import { by, done } from './demo-acts.store.ts'

/** The vehicle of one story is held as security for what its owner owes, since the day before. Run again, it is there. */
export async function seedDetention(db: Database, caseId: string, on: CalendarDate): Promise<void> {
  const detentionId = settledId('demonstration', 'detention')
  const [owed] = (await penaltiesOfCase(db, caseId)).filter(({ capacity }) => capacity === 'owner')
  if (owed?.amountPence === undefined || owed.amountPence === null || (await readDetention(db, detentionId)) !== undefined) return
  const [senior, caseworker] = [by('senior-officer', on), by('caseworker', on)]
  await postDebt(db, { penaltyId: owed.id, amountPence: owed.amountPence, on, source: `demonstration:${owed.id}`, by: senior })
  const detaining = {
    detentionId, heldUnder: '36', penaltyIds: [owed.id], vehicle: 'B 888 JUX, white tractor, blue trailer', place: 'Dover, compound 2', nation: 'england-and-wales', detainedOn: on,
    firstSearchEndedAt: null, detainedBy: 'A. Invented, chief immigration officer (demo)', reasons: 'The company has sold its other vehicles since the notice (demo).', recordedBy: named(senior), said: saidInFull,
  } as const
  done(await detainIn(db, { caseId, detentionId, today: on, by: senior }, (_none, facts) => detainVehicle(facts, detaining)))
  done(await changeDetention(db, { id: detentionId, by: caseworker }, (detention) => tellOfDetention(detention, { whom: 'The owner', how: 'By e-mail: place, power, and that the court may be asked for it (demo)', on, by: named(caseworker) }, on)))
  done(await changeDetention(db, { id: detentionId, by: caseworker }, (detention) => recordExpense(detention, { what: 'Recovery to the compound', amountPence: pounds(240), evidence: 'Bill 0042 (demo)', on, by: named(caseworker) }, on)))
}
