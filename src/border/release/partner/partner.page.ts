import { z } from 'zod'
import { allLists } from '#border/watchlists'
import { refuse } from '#platform/decisions'
import { historyOf, type HistoryEntry } from '#platform/events'
import { may } from '#platform/identity'
import { action, page, roleWords, type PageContext } from '#platform/web'
import { dayOf, london } from '#values'
import { because, partnerParams } from '../form-fields.page.ts'
import { readLane } from '../outbox/lane.store.ts'
import { clearCanary } from '../outbox/clear-canary.store.ts'
import { standingsOf } from '../outbox/standing.store.ts'
import { releaseRefusals as refusals } from '../refusals.ts'
import { proposeRules, seePartners, stopReleases } from '../rights.ts'
import { describeRule } from '../rule/describe-rule.page.ts'
import { describeStanding } from './partners.page.ts'
import { readPartner } from './partner.store.ts'
import { clearCanaryAlarm } from './partner.ts'

/** One partner: what it may be told, under which version of which rule, who agreed, and how the sending goes. */
export const partnerPage = page({
  path: '/partners/:id',
  right: seePartners,
  template: 'border/release/partner/partner.njk',
  params: partnerParams,
  show: async ({ params: { id } }, ctx) => {
    const partner = await readPartner(ctx.db, id)
    const [standing] = partner === undefined ? [] : await standingsOf(ctx.db, [partner], ctx.clock.today())
    if (standing === undefined) return undefined
    const [lists, history] = await Promise.all([allLists(ctx.db), historyOf(ctx.db, 'release-partner', id)])
    const beside = { lists, inForce: standing.rule, stoppedThrough: standing.partner.stoppedThrough }
    return {
      partner: describeStanding(standing, ctx),
      inForce: standing.rule && describeRule(standing.rule, beside, ctx),
      versions: standing.rules.map((rule) => describeRule(rule, beside, ctx)),
      acts: { propose: standing.proposed === undefined && may(ctx.officer, proposeRules), stop: standing.rule !== undefined && may(ctx.officer, stopReleases), clear: standing.lane?.canaryAlarm !== null && standing.lane !== undefined && may(ctx.officer, stopReleases) },
      entries: history.toReversed().map((entry) => inWords(entry, ctx.words)),
    }
  },
})

const happenings: Readonly<Record<string, readonly [string, string]>> = {
  'partner-registered': ['Registered', 'Enregistré'],
  'release-stopped': ['Everything stopped', 'Tout arrêté'],
  'partner-key-followed': ['The partner’s next key, signed for with the one before', 'Clé suivante du partenaire, signée par la précédente'],
  'own-key-taken': ['The partner has taken our next key', 'Le partenaire a pris notre clé suivante'],
  'canary-alarm-cleared': ['Canary’s alarm looked at and cleared', 'Alarme du témoin examinée et levée'],
}

function inWords({ type, by }: HistoryEntry, say: PageContext['words']) {
  const [en, fr] = happenings[type] ?? [type, type]
  return { at: by.at, on: dayOf(by.at), zone: london, text: say(en, fr), by: by.name, role: by.role === 'machine' ? 'machine' : roleWords(by.role, say), reason: by.reason }
}

/** A person has looked at what a canary showed; sending goes on. */
export const clearCanaryAction = action({
  path: '/partners/:id/canary',
  right: stopReleases,
  params: partnerParams,
  form: z.object({ because }),
  refusals,
  submit: async ({ id }, { because: reason }, { db, by }) => {
    const lane = await readLane(db, id)
    if (lane === undefined) return refuse('no-such-partner')
    return clearCanary(db, { id, by: by(reason) }, (partner) => clearCanaryAlarm(partner, lane.canaryAlarm))
  },
  next: ({ id }) => `/partners/${id}`,
  done: { en: 'Cleared, with your name and reason. Sending goes on.', fr: 'Levée, avec votre nom et votre motif. Les envois reprennent.' },
})
