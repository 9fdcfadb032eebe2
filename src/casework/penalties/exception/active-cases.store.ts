import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { day, type CalendarDate } from '#values'
import type { CaseState } from '../case/required-actions.ts'
import { nearestDayOf } from '../deadline/nearest-day-of.ts'
import { openCases, type KeptDay, type OpenCase } from './open-cases.store.ts'
import { isStuck } from './stuck.ts'

export interface NamedCase {
  readonly id: string
  readonly reference: string
}

/** The kept copy says one day and the law another; null where there is none. */
export interface DayDifference extends NamedCase {
  readonly kept: string | null
  readonly derived: string | null
}

/** Open cases with nothing to do, no day to come and nobody waiting. */
export async function stuckCases(db: Database, today: CalendarDate): Promise<readonly NamedCase[]> {
  const stuck: NamedCase[] = []
  for await (const cases of openCases(db, today)) stuck.push(...stuckAmong(cases))
  return inOrder(stuck)
}

export function stuckAmong(cases: readonly OpenCase[]): readonly NamedCase[] {
  return cases.map(({ state }) => state).filter(isStuck).map(named)
}

/** Works every nearest day out anew and compares the copy that the work list is sorted by. */
export async function nearestDayDifferences(db: Database): Promise<readonly DayDifference[]> {
  const differences: DayDifference[] = [...(await keptOfClosed(db))]
  for await (const cases of openCases(db, anyDay)) differences.push(...differencesAmong(cases))
  return inOrder(differences)
}

/** Last days follow from events alone, so the day on which they are asked for plays no part. */
const anyDay = day('2000-01-01')

export function differencesAmong(cases: readonly OpenCase[]): readonly DayDifference[] {
  return cases.flatMap(({ state, kept }) => {
    const difference = { ...named(state), kept: inWords(kept), derived: inWords(nearestDayOf(state.found, state.penalties)) }
    return difference.kept === difference.derived ? [] : [difference]
  })
}

/** A closed case has no last day any more. */
export async function keptOfClosed(db: Database): Promise<readonly DayDifference[]> {
  const { rows } = await sql<NamedCase & { kept: string }>`
    select c.id, c.reference, n.last_day || ' ' || n.clock as kept
    from penalties.nearest_day n join penalties.case c on c.id = n.case_id where n.last_day is not null and c.stage = 'closed'`.execute(db)
  return rows.map((row) => ({ ...row, derived: null }))
}

function named({ found: { id, reference } }: CaseState): NamedCase {
  return { id, reference }
}

function inWords(day: KeptDay | undefined): string | null {
  return day === undefined ? null : `${day.lastDay} ${day.clock}`
}

function inOrder<Line extends NamedCase>(lines: readonly Line[]): readonly Line[] {
  return lines.toSorted((one, other) => (one.reference < other.reference ? -1 : 1))
}
