import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { isRefused, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { newId } from '#platform/identity'
import { dayOf, daysAfter, type By } from '#values'
import { changeInFileIn, thingInFile } from '../file/kept-in-file.store.ts'
import { personLinkDays } from '../limits.ts'
import { named } from '../penalty/penalty.ts'
import { codeBytes, codeOf } from './code.ts'
import { evolvePersonLink, makePersonLink, type PersonLink, type PersonLinkEvent } from './person-link.ts'

export const personLinkThing = thingInFile<PersonLink, PersonLinkEvent>('person-link', 'person_link', evolvePersonLink)

export async function linkOfCode(db: Database, code: string): Promise<PersonLink | undefined> {
  const { rows } = await sql<{ state: PersonLink }>`select state from penalties.person_link where state ->> 'codeHash' = ${hashOf(code)}`.execute(db)
  return rows[0]?.state
}

interface Making extends Pick<PersonLink, 'caseId' | 'personId' | 'reasons'> {
  readonly code: string
}

/** Makes a link that opens with this code, in the caller's transaction. */
export async function makePersonLinkIn(tx: Database, { caseId, personId, reasons, code }: Making, by: By): Promise<Decision<PersonLinkEvent>> {
  const [linkId, madeOn] = [newId(), dayOf(by.at)]
  const making = { linkId, personId, reasons, codeHash: hashOf(code), madeBy: named(by), madeOn, lastDay: daysAfter(personLinkDays, madeOn) }
  return changeInFileIn(tx, personLinkThing, { id: linkId, caseId, by }, (_none, { found }) => makePersonLink(found, making))
}

/** The same by itself; its code is told once and kept nowhere. */
export async function makePersonLinkOf(db: Database, making: Omit<Making, 'code'>, by: By): Promise<Decision<PersonLinkEvent> & { readonly code?: string }> {
  const code = newCode()
  const decision = await db.transaction().execute((tx) => makePersonLinkIn(tx, { ...making, code }, by))
  return isRefused(decision) ? decision : { ...decision, code }
}

export function newCode(): string {
  return codeOf(randomBytes(codeBytes))
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}
