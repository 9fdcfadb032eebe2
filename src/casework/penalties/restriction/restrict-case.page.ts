import { z } from 'zod'
import type { Database } from '#platform/database'
import { teamMembers } from '../allocation/team-member.store.ts'
import { caseForm } from '../case/case-form.page.ts'
import { changeCase } from '../case/change-case.store.ts'
import { someWords } from '../case/form-fields.ts'
import type { PenaltyCase } from '../case/penalty-case.ts'
import { backToCase } from '../file/choices.ts'
import { named, type Named } from '../penalty/penalty.ts'
import { restrictCases } from '../rights.ts'
import { openCaseToAll, restrictCase } from './restrict-case.ts'

const params = z.object({ id: z.uuid() })

/** Who alone may know of a case. For everybody else it is in no list, no search and no count. */
export const restrictCasePage = caseForm({
  path: '/cases/:id/restrict',
  params,
  right: restrictCases,
  template: 'casework/penalties/restriction/restrict-case.njk',
  what: 'who may open the case',
  form: z.object({ to: z.array(z.string()).default([]), reasons: someWords('Say why only they may know of it') }),
  view: async ({ db, officer }, found) => {
    const named = found.restricted?.to.map(({ officerId }) => officerId) ?? [found.caseworkerId]
    const others = (await peopleFor(db, found)).filter(({ officerId }) => officerId !== officer.id)
    return { heading: 'Who may open this case', back: backToCase(found), choices: others.map(({ officerId, name }) => ({ value: officerId, text: name })), values: { to: named } }
  },
  act: async ({ db, clock }, { id }, { to, reasons }, by) => {
    const members = await teamMembers(db)
    return changeCase(db, id, by, (found) => restrictCase(found, { to: namedAmong(members, found, to), reasons, by: named(by), on: clock.today() }))
  },
  next: ({ id }) => `/cases/${id}`,
  done: { en: 'The case is closed to everybody but those you named.', fr: 'Le dossier est fermé à tous sauf aux personnes désignées.' },
})

export const openCaseToAllPage = caseForm({
  path: '/cases/:id/open-to-all',
  params,
  right: restrictCases,
  template: 'casework/penalties/restriction/open-to-all.njk',
  what: 'case to open to everybody',
  form: z.object({ reasons: someWords('Say why everybody may know of it again') }),
  view: async (_ctx, found) => (found.restricted === null ? undefined : { heading: 'Open this case to everybody', back: backToCase(found), values: {} }),
  act: ({ db }, { id }, { reasons }, by) => changeCase(db, id, by, (found) => openCaseToAll(found, reasons)),
  next: ({ id }) => `/cases/${id}`,
  done: { en: 'Everybody who works on cases may open it again.', fr: 'Le dossier est de nouveau ouvert à tous les agents.' },
})

type Member = Awaited<ReturnType<typeof teamMembers>>[number]

async function peopleFor(db: Database, found: PenaltyCase): Promise<readonly Named[]> {
  return everybody(await teamMembers(db), found)
}

/** The team, and whoever has the case or may open it already. */
function everybody(members: readonly Member[], { restricted, caseworkerId, caseworkerName }: PenaltyCase): readonly Named[] {
  const has = caseworkerId === null ? [] : [{ officerId: caseworkerId, name: caseworkerName ?? caseworkerId }]
  const all = [...members.map(({ id, name }) => ({ officerId: id, name })), ...has, ...(restricted?.to ?? [])]
  return [...new Map(all.map((each) => [each.officerId, each])).values()]
}

function namedAmong(members: readonly Member[], found: PenaltyCase | undefined, ids: readonly string[]): readonly Named[] {
  return found === undefined ? [] : everybody(members, found).filter(({ officerId }) => ids.includes(officerId))
}
