import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Section } from '#law'
import { sameParty } from '../party/party.store.ts'
import type { IssuedNotice, PenaltyStage } from '../penalty/penalty.ts'
import type { EarlierPenaltyRecord, Person } from './person.ts'

type Tables = {
  'penalties.penalty': { id: string; case_id: string; person_id: string; section: Section; stage: PenaltyStage; notices: readonly IssuedNotice[] }
  'penalties.person': { id: string; case_id: string; registered_key: string | null }
  'penalties.case': { id: string; reference: string }
}

const on = (db: Database) => db.withTables<Tables>()

/** A penalty of ours issued to somebody with the same registered number, or judged to be the same person; whether it counts is for the caseworker to say. */
export interface OurRecord extends EarlierPenaltyRecord {
  readonly penaltyId: string
}

/** Matched by the registered number, or by what a person judged: names are spelt too many ways to raise a penalty on. */
export async function earlierInOurRecords(db: Database, person: Person): Promise<readonly OurRecord[]> {
  const same = await sameParty(db, person.partyId)
  const rows = await on(db)
    .selectFrom('penalties.penalty as p')
    .innerJoin('penalties.person as them', 'them.id', 'p.person_id')
    .innerJoin('penalties.person as us', (join) => join.on('us.id', '=', person.id))
    .innerJoin('penalties.case as c', 'c.id', 'p.case_id')
    .select(['p.id', 'p.section', 'p.stage', 'p.notices', 'c.reference'])
    .where(sql<boolean>`(them.party_id = any (${same}::uuid[]) or (them.registered_key = us.registered_key and us.registered_key <> ''))`)
    .where('p.case_id', '<>', person.caseId).where(sql<boolean>`p.notices <> '[]'::jsonb`)
    .orderBy('c.reference').execute()
  return rows.flatMap(({ id, section, stage, notices, reference }) => {
    const [first] = notices
    if (first === undefined) return []
    return [{ penaltyId: id, section, issuedOn: first.issuedOn, standing: standingOf(stage), source: 'our-records', note: reference }]
  })
}

/** Cancelled ones never count; those under objection are left open, for the law to say how they are read. */
function standingOf(stage: PenaltyStage): EarlierPenaltyRecord['standing'] {
  if (stage === 'cancelled') return 'cancelled'
  return stage === 'objected' ? 'challenged' : 'final'
}
