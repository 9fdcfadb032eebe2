import type { Database } from '#platform/database'
import type { CalendarDate } from '#values'
import { underAppeal } from '../appeal/appeal.ts'
import { appealsOfCase } from '../appeal/appeal.store.ts'
import { actionsInFile } from '../file/actions-in-file.ts'
import { fileOfCase } from '../file/file-of-case.store.ts'
import { heldByFlags } from '../flag/flag.ts'
import { moneyOfPenalties } from '../payment/money.store.ts'
import { penaltiesOfCase } from '../penalty/penalty.store.ts'
import { personsOfCase } from '../person/person.store.ts'
import { heldOn } from '../recovery/hold.ts'
import { holdsOfCase } from '../recovery/hold.store.ts'
import type { PenaltyCase } from './penalty-case.ts'
import type { CaseState } from './required-actions.ts'

/** All that tells what a case is waiting for. An open appeal holds recovery like any other hold, and so do some flags. */
export async function caseStateOf(db: Database, found: PenaltyCase, today: CalendarDate) {
  const [persons, penalties, appeals, holds, file] = await Promise.all([personsOfCase(db, found.id), penaltiesOfCase(db, found.id), appealsOfCase(db, found.id), holdsOfCase(db, found.id), fileOfCase(db, found.id)])
  const money = await moneyOfPenalties(db, penalties.map(({ id }) => id))
  const owed = new Map([...money].map(([penaltyId, { owedPence }]) => [penaltyId, owedPence]))
  const held = heldOn(holds, today).union(underAppeal(appeals)).union(heldByFlags(file.flags, penalties, today))
  const state: CaseState = { found, persons, penalties, appeals, today, owed, held, more: actionsInFile(found, file, today) }
  return { state, money, file }
}
