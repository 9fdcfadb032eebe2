import { z } from 'zod'
import { page } from '#platform/web'
import { day, daysAfter, isDay, siteName, type CalendarDate, type Site } from '#values'
import { smallestShown } from '../limits.ts'
import { seeOutcomes } from '../rights.ts'
import { groupedBy, type Group, type Outcome } from './outcomes.ts'
import { outcomesIn } from './outcomes.store.ts'

const groundWords: Readonly<Record<Outcome['grounds'], string>> = { 'not-liable': 'They say that they are not liable', 'too-high': 'They say that it is too high', 'both': 'They say both' }

/** What a rule is called by those who decide. */
const ruleWords: Readonly<Record<string, string>> = {
  'DSC-1': 'Membership of the accreditation scheme', 'DSC-2': 'Compliance shown', 'DSC-3': 'Absent, and acted to comply', 'DSC-5': 'Employed by a member',
  'means': 'Means', 'starting-point': 'Earlier penalties',
}

const typedDay = z.string().optional().transform((typed) => (typed !== undefined && isDay(typed) ? day(typed) : undefined))

/**
 * What objections and appeals came to, so that whoever proposes and decides learns from it: by ground, by the rule that
 * turned, by port. Groups too small to say anything, or that would point at somebody, are counted and not shown.
 */
export const showOutcomesPage = page({
  path: '/cases/outcomes',
  right: seeOutcomes,
  template: 'casework/penalties/outcomes/show-outcomes.njk',
  query: z.object({ from: typedDay, to: typedDay }),
  show: async ({ query }, { db, clock }) => {
    const to = query.to ?? clock.today()
    const from = query.from ?? daysAfter(-365, to)
    return view(await outcomesIn(db, { from, to }), { from, to })
  },
})

function view(outcomes: readonly Outcome[], { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate }) {
  const tables = [
    { caption: 'By who decided', groups: groupedBy(outcomes, ({ by }) => (by === 'objection' ? 'Objections, by us' : 'Appeals, by the court or conceded')) },
    { caption: 'By ground', groups: groupedBy(outcomes, ({ grounds }) => groundWords[grounds]) },
    { caption: 'By the rule that came out otherwise', groups: groupedBy(outcomes, ({ rule }) => (rule === null ? null : (ruleWords[rule] ?? rule))) },
    { caption: 'By port', groups: groupedBy(outcomes, ({ port }) => siteName(port as Site)) },
    { caption: 'By section', groups: groupedBy(outcomes, ({ section }) => `Section ${section}`) },
  ]
  return { from, to, total: outcomes.length, tables: tables.map(({ caption, groups }) => ({ caption, ...shown(groups) })), smallestShown }
}

function shown(groups: readonly Group[]) {
  return { groups: groups.filter(({ count }) => count >= smallestShown), small: groups.filter(({ count }) => count < smallestShown).length }
}
