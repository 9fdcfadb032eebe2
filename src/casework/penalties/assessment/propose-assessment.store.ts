import { assess, type Section } from '#law'
import { announce, isRefused, refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn, sha256, canonical } from '#platform/events'
import { newId } from '#platform/identity'
import type { By, CalendarDate } from '#values'
import { caseThing, readCase } from '../case/case.store.ts'
import type { PenaltyCase } from '../case/penalty-case.ts'
import { refreshNearestDay } from '../deadline/nearest-day.store.ts'
import type { CaseEvent, PenaltyEvent } from '../events.ts'
import { lockCase } from '../penalty/change-penalty.store.ts'
import { isDecided, named, type Penalty, type Snapshot } from '../penalty/penalty.ts'
import { penaltiesOfCase, penaltyThing } from '../penalty/penalty.store.ts'
import type { Person } from '../person/person.ts'
import { personsOfCase } from '../person/person.store.ts'
import { assessmentInput } from './assessment-input.ts'
import { barredFrom } from './barred-from.ts'
import { proposeAssessment, proposePenalty } from './propose-assessment.ts'

export interface Preview {
  readonly found: PenaltyCase
  readonly persons: readonly Person[]
  readonly penalties: readonly Penalty[]
  readonly snapshot: Snapshot
  /** Stands for the question that was shown, so that what is stored is what the caseworker read. */
  readonly seal: string
}

/** The law's answer on the facts as they stand now, stored nowhere. */
export async function previewAssessment(db: Database, caseId: string, section: Section): Promise<Preview | undefined> {
  const found = await readCase(db, caseId)
  if (found === undefined) return undefined
  const [persons, penalties] = await Promise.all([personsOfCase(db, caseId), penaltiesOfCase(db, caseId)])
  const input = assessmentInput(found, persons, { section, barred: barredFrom(section, penalties) })
  return { found, persons, penalties, snapshot: { input, answer: assess(input) }, seal: sha256(canonical(input)).slice(0, 16) }
}

interface Proposing {
  readonly caseId: string
  readonly section: Section
  readonly note: string
  /** The seal of the preview that was on the screen. */
  readonly seal: string
  readonly by: By
  readonly today: CalendarDate
}

/** The case and every person's penalty move together, or not at all. */
export async function proposeAssessmentOf(db: Database, proposing: Proposing): Promise<Decision<CaseEvent | PenaltyEvent>> {
  const { caseId, section, by } = proposing
  return db.transaction().execute(async (tx) => {
    await lockCase(tx, caseId)
    const preview = await previewAssessment(tx, caseId, section)
    if (preview === undefined) return refuse('no-such-case')
    if (preview.seal !== proposing.seal) return refuse('facts-have-changed')
    const decided = new Set(preview.penalties.filter((penalty) => penalty.section === section && isDecided(penalty)).map(({ personId }) => personId))
    const undecided = preview.persons.filter(({ id }) => !decided.has(id))
    if (decided.size > 0 && undecided.length === 0) return refuse('already-decided')
    const ids = new Map(undecided.map((person) => [person.id, idOfPenalty(preview, person, section)]))

    const decision = await changeIn(tx, caseThing, { id: caseId, by }, (found) => proposeAssessment(found, section, [...ids.values()]))
    if (isRefused(decision)) return decision
    for (const [personId, penaltyId] of ids) {
      const refused = await proposeFor(tx, preview, { personId, penaltyId, proposing })
      if (refused !== undefined) throw new Error(`The case may be proposed but the penalty ${penaltyId} may not: ${refused}`)
    }
    await refreshNearestDay(tx, caseId)
    return announce<CaseEvent | PenaltyEvent>(...decision.events)
  })
}

interface ForOne {
  readonly personId: string
  readonly penaltyId: string
  readonly proposing: Proposing
}

async function proposeFor(tx: Database, { found, persons, snapshot }: Preview, { personId, penaltyId, proposing }: ForOne): Promise<string | undefined> {
  const { section, note, by, today } = proposing
  const person = persons.find(({ id }) => id === personId)
  if (person === undefined) return 'no-such-person'
  const proposedBy = named(by)
  const decision = await changeIn(tx, penaltyThing, { id: penaltyId, by }, (penalty) =>
    proposePenalty(penalty, found, person, { penaltyId, section, snapshot, note, proposedBy, proposedOn: today }))
  return isRefused(decision) ? decision.refused : undefined
}

function idOfPenalty({ penalties }: Preview, person: Person, section: Section): string {
  return penalties.find((penalty) => penalty.personId === person.id && penalty.section === section)?.id ?? newId()
}
