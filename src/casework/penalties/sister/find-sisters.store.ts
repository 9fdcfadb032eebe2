import { sql } from 'kysely'
import type { Capacity } from '#law'
import type { Database } from '#platform/database'
import { historyOf } from '#platform/events'
import type { CalendarDate, Officer, Pence, Port } from '#values'
import type { PenaltyCase } from '../case/penalty-case.ts'
import { readCase } from '../case/case.store.ts'
import { whereCase } from '../case/where-case.store.ts'
import type { CaseOpened } from '../events.ts'
import { sistersAtOnce } from '../limits.ts'
import type { Penalty, PenaltyStage } from '../penalty/penalty.ts'
import { seeCases } from '../rights.ts'

/** Another notice that may share what was wrong with one, and why it is thought so. */
export interface Sister {
  readonly penaltyId: string
  readonly caseId: string
  readonly reference: string
  readonly name: string
  readonly capacity: Capacity
  readonly stage: PenaltyStage
  readonly amountPence: Pence
  readonly port: Port
  readonly occurredOn: CalendarDate
  readonly because: 'itself' | 'same-find' | 'same-plate'
}

/** Notices in force of the same find or of a plate that this case bears or bore, among the cases this officer may see; the nearest first. */
export async function findSisters(db: Database, officer: Officer, { id, caseId }: Pick<Penalty, 'id' | 'caseId'>): Promise<readonly Sister[]> {
  const plates = await platesOf(db, caseId)
  const { rows } = await sql<Sister>`
    select p.id as "penaltyId", p.case_id as "caseId", c.reference, coalesce(person.identity ->> 'company', person.identity ->> 'name') as name, p.capacity, p.stage,
      p.amount_pence as "amountPence", c.port, c.occurred_on as "occurredOn",
      case when p.id = ${id} then 'itself' when p.case_id = ${caseId} then 'same-find' else 'same-plate' end as because
    from penalties.penalty p join penalties.case c on c.id = p.case_id join penalties.person person on person.id = p.person_id
    where p.stage in ('issued', 'objected', 'determined', 'settled')
      and (p.case_id = ${caseId} or c.incident #>> '{tractor,registration}' = any(${plates}) or c.incident #>> '{trailer,registration}' = any(${plates}))
      and ${whereCase(officer, seeCases)}
    order by p.id <> ${id}, p.case_id <> ${caseId}, c.occurred_on desc, p.id limit ${sistersAtOnce}`.execute(db)
  return rows
}

/** The plates as they are now and as the case opened with: a misread one has been put right since, and its sisters have not. */
async function platesOf(db: Database, caseId: string): Promise<readonly string[]> {
  const [found, [opened]] = [await readCase(db, caseId), await historyOf(db, 'case', caseId)]
  const incidents = [found?.incident, (opened?.body as CaseOpened | undefined)?.incident].filter((incident) => incident !== undefined)
  return [...new Set(incidents.flatMap(platesIn))]
}

function platesIn({ tractor, trailer }: PenaltyCase['incident']): readonly string[] {
  return [tractor, trailer].flatMap((vehicle) => (vehicle === null ? [] : [vehicle.registration]))
}
