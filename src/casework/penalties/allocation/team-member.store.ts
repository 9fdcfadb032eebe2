import { sql } from 'kysely'
import type { Decision } from '#platform/decisions'
import { asJson, type Database } from '#platform/database'
import { change, type Thing } from '#platform/events'
import type { By } from '#values'
import { evolveMember, type Absence, type TeamEvent, type TeamMember } from './team-member.ts'

type Row = { id: string; name: string; languages: readonly string[]; share_percent: number; absences: readonly Absence[] }

const on = (db: Database) => db.withTables<{ 'penalties.team_member': Row }>()

export const teamMemberThing: Thing<TeamMember, TeamEvent> = { name: 'team-member', evolve: evolveMember, read: readMember, save: saveMember }

export async function readMember(db: Database, id: string): Promise<TeamMember | undefined> {
  const row = await on(db).selectFrom('penalties.team_member').selectAll().where('id', '=', id).executeTakeFirst()
  return row && memberOf(row)
}

/** Everybody who works on cases, by name. */
export async function teamMembers(db: Database): Promise<readonly TeamMember[]> {
  return (await on(db).selectFrom('penalties.team_member').selectAll().orderBy('name').execute()).map(memberOf)
}

export async function changeMember(db: Database, id: string, by: By, decide: (member: TeamMember | undefined) => Decision<TeamEvent>): Promise<Decision<TeamEvent>> {
  return change(db, teamMemberThing, { id, by }, decide)
}

async function saveMember(tx: Database, _id: string, { id, name, languages, sharePercent, absences }: TeamMember): Promise<void> {
  const row = { id, name, languages: sql<readonly string[]>`${languages}::text[]`, share_percent: sharePercent, absences: asJson(absences) }
  await on(tx).insertInto('penalties.team_member').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function memberOf({ share_percent, ...row }: Row): TeamMember {
  return { id: row.id, name: row.name, languages: row.languages, sharePercent: share_percent, absences: row.absences }
}
