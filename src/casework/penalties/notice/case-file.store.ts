import type { Database } from '#platform/database'
import type { CalendarDate } from '#values'
import { readCase } from '../case/case.store.ts'
import { penaltiesOfCase } from '../penalty/penalty.store.ts'
import { personsOfCase } from '../person/person.store.ts'
import { representativeThing } from '../representative/representative.store.ts'
import { authorityFor } from './authority.ts'
import type { CaseFile } from './gather-letter-facts.ts'
import { paymentLinesOn } from './payment-account.store.ts'

export interface Writing {
  /** The day on the letter. */
  readonly on: CalendarDate
  readonly demonstration: boolean
}

/** All that a letter about this case could need. */
export async function openCaseFile(db: Database, caseId: string, { on, demonstration }: Writing): Promise<CaseFile> {
  const found = await readCase(db, caseId)
  if (found === undefined) throw new Error(`There is no case ${caseId}`)
  const [persons, penalties, payTo, representatives] = [await personsOfCase(db, caseId), await penaltiesOfCase(db, caseId), await paymentLinesOn(db, on), await representativeThing.ofCase(db, caseId)]
  return { found, persons, penalties, authority: authorityFor(demonstration, payTo), demonstration, on, representatives }
}
