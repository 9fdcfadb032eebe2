import { announce } from '#platform/decisions'
import type { Database } from '#platform/database'
import { demoPeopleAt, newId } from '#platform/identity'
import { daysAfter, type CalendarDate } from '#values'
import { changeMember, teamMembers } from '../allocation/team-member.store.ts'
import { noteAbsence } from '../allocation/team-member.ts'
import { by, done } from './demo-acts.store.ts'

/** Languages beside English, and the part of a week, in the order of the demonstration's caseworkers. */
const members = [{ languages: ['fr'], sharePercent: 100 }, { languages: ['fr', 'pl', 'ro'], sharePercent: 60 }, { languages: ['bg'], sharePercent: 80 }] as const

/** A small team with different languages and hours, one of them away. */
export async function seedTeam(db: Database, today: CalendarDate): Promise<void> {
  if ((await teamMembers(db)).length > 0) return
  const act = by('senior-officer', today)
  const caseworkers = demoPeopleAt('centre').filter(({ role }) => role === 'caseworker')
  for (const [place, { id, name }] of caseworkers.entries()) {
    const { languages, sharePercent } = members[place] ?? { languages: [], sharePercent: 100 }
    done(await changeMember(db, id, act, () => announce({ type: 'team-member-set', memberId: id, name, languages: ['en', ...languages], sharePercent })))
  }
  const away = caseworkers.at(-1)
  if (away !== undefined) done(await changeMember(db, away.id, act, (member) => noteAbsence(member, { id: newId(), fromOn: daysAfter(-2, today), toOn: daysAfter(9, today), why: 'Leave' })))
}
