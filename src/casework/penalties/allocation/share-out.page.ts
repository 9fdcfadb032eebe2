import { z } from 'zod'
import { announce, isRefused, refuse } from '#platform/decisions'
import type { Database } from '#platform/database'
import { sha256 } from '#platform/events'
import { formPage } from '#platform/web'
import { daysBetween, type CalendarDate } from '#values'
import { refusals } from '../refusals.ts'
import { leadTeam } from '../rights.ts'
import { allocateCaseOf } from './allocate-case.store.ts'
import { loadsAfter, shareOut } from './share-out.ts'
import { handsOn, unsharedCases } from './team-load.store.ts'

/** Every case that nobody has, with who would get it and why, to be read before it is done. */
export const shareOutPage = formPage({
  path: '/casework/share-out',
  right: leadTeam,
  template: 'casework/penalties/allocation/share-out.njk',
  form: z.object({ seal: z.string() }),
  refusals,
  show: async (_params, { db, clock }) => {
    const today = clock.today()
    const { plan, hands, seal } = await planOn(db, today)
    const lines = plan.map(({ case: unshared, to, lacking }) => ({ ...unshared, to: to.name, lacking, daysLeft: unshared.lastDay === null ? null : daysBetween(today, unshared.lastDay) }))
    return { lines, seal, hands: loadsAfter(hands, plan) }
  },
  submit: async (_params, { seal: read }, ctx) => {
    const { plan, seal } = await planOn(ctx.db, ctx.clock.today())
    if (plan.length === 0) return refuse('nothing-to-share-out')
    if (seal !== read) return refuse('plan-has-changed')
    const by = ctx.by('Sharing out cases that nobody has')
    for (const { case: unshared, to } of plan) {
      const decision = await allocateCaseOf(ctx.db, unshared.caseId, { to: { officerId: to.id, name: to.name }, how: 'shared-out' }, by)
      // Somebody took one while the others were given out; it has an owner, which is all that was wanted.
      if (isRefused(decision) && decision.refused !== 'taken-meanwhile') return decision
    }
    return announce()
  },
  next: () => '/casework/team',
  done: { en: 'The cases are shared out as you read.', fr: 'Les dossiers sont répartis comme indiqué.' },
})

/** The plan, and a seal that is another as soon as the plan would be. */
async function planOn(db: Database, today: CalendarDate) {
  const [cases, hands] = await Promise.all([unsharedCases(db), handsOn(db, today)])
  const plan = shareOut(cases, hands)
  return { plan, hands, seal: sha256(plan.map(({ case: { caseId }, to }) => `${caseId} ${to.id}`).join('\n')) }
}
