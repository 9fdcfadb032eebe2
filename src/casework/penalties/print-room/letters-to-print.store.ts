import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { printRoom } from '#platform/post'
import type { CalendarDate, Officer } from '#values'
import { whereCase } from '../case/where-case.store.ts'
import { sendLetters } from '../rights.ts'
import type { Dispatch } from '../service/dispatch.ts'

/** A letter that waits for paper, without a name. */
export interface LetterToPrint {
  readonly dispatchId: string
  readonly caseId: string
  readonly reference: string
  readonly purpose: Dispatch['purpose']
  readonly language: string
  readonly country: string
  readonly plannedOn: CalendarDate
  readonly sha256: string
}

export interface Printing {
  readonly officer: Officer
  /** Only these; all that wait where it is left out. */
  readonly only?: readonly string[]
  readonly most: number
}

/** Letters by post that no carrier has, or that the print room was given and has not posted, and that are in no batch: the oldest first, of the cases this officer may act in. */
export async function lettersToPrint(db: Database, { officer, only, most }: Printing): Promise<readonly LetterToPrint[]> {
  const { rows } = await sql<LetterToPrint>`
    select dispatch.id as "dispatchId", dispatch.case_id as "caseId", document.facts ->> 'reference' as reference, dispatch.purpose, document.language,
      dispatch.destination ->> 'country' as country, dispatch.planned_on as "plannedOn", document.pdf_sha256 as sha256
    from notice.dispatch dispatch
    join penalties.case c on c.id = dispatch.case_id
    join notice.document document on document.id = dispatch.document_id
    left join notice.dispatch_lane lane on lane.dispatch_id = dispatch.id
    where dispatch.channel = 'post' and ${whereCase(officer, sendLetters)}
      and ((dispatch.stage = 'planned' and lane.asked_at is null) or (dispatch.stage = 'handed-over' and dispatch.carrier ->> 'name' = ${printRoom}))
      and not exists (select from notice.letter_in_batch b where b.dispatch_id = dispatch.id)
      ${only === undefined ? sql`` : sql`and dispatch.id = any(${only}::uuid[])`}
    order by dispatch.id limit ${most}`.execute(db)
  return rows
}

/** Of these letters, those in whose case this officer may act. */
export async function lettersOpenTo(db: Database, officer: Officer, dispatchIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select dispatch.id from notice.dispatch dispatch join penalties.case c on c.id = dispatch.case_id
    where dispatch.id = any(${dispatchIds}::uuid[]) and ${whereCase(officer, sendLetters)}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
