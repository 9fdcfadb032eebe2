import { z } from 'zod'
import { allLists } from '#border/watchlists'
import { refuse } from '#platform/decisions'
import { recordLook } from '#platform/events'
import { may } from '#platform/identity'
import { action, inBoth, page } from '#platform/web'
import { because, partnerParams } from '../form-fields.page.ts'
import { readPartner } from '../partner/partner.store.ts'
import { releaseRefusals as refusals } from '../refusals.ts'
import { answerRules, seePartners } from '../rights.ts'
import { changeRule } from './change-rule.store.ts'
import { describeRule } from './describe-rule.page.ts'
import { previewRule } from './preview-rule.page.ts'
import { answerRule } from './propose-rule.ts'
import { readRule, ruleInForce } from './rule.store.ts'

/** One version of what a partner may be told. While it is proposed, what it would do is shown before anybody agrees; that is a look at the vehicles it names. */
export const rulePage = page({
  path: '/partners/rules/:id',
  right: seePartners,
  template: 'border/release/rule/rule.njk',
  params: partnerParams,
  show: async ({ params: { id } }, ctx) => {
    const rule = await readRule(ctx.db, id)
    const partner = rule && (await readPartner(ctx.db, rule.partnerId))
    if (rule === undefined || partner === undefined) return undefined
    const preview = rule.status === 'proposed' ? await previewRule(ctx, partner, rule) : undefined
    if (preview !== undefined) await recordLook(ctx.db, { by: ctx.by(ctx.words('Looked at what a proposed rule would do', 'Effet d’une règle proposée consulté')), subject: `release-rule:${id}`, what: `preview: ${preview.goes.count} would go, ${preview.back.count} would be asked back` })
    return {
      partner, preview, rule: describeRule(rule, { lists: await allLists(ctx.db), inForce: await ruleInForce(ctx.db, partner, ctx.clock.today()), stoppedThrough: partner.stoppedThrough }, ctx),
      mayAnswer: rule.status === 'proposed' && rule.proposedBy !== ctx.officer.id && may(ctx.officer, answerRules),
      ownProposal: rule.status === 'proposed' && rule.proposedBy === ctx.officer.id,
    }
  },
})

export const answerRuleAction = action({
  path: '/partners/rules/:id/answer',
  right: answerRules,
  params: partnerParams,
  form: z.object({ answer: z.enum(['approve', 'refuse'], inBoth('Agree or refuse', 'Approuvez ou refusez')), because }),
  refusals,
  submit: async ({ id }, { answer, because: reason }, { db, by }) => {
    const rule = await readRule(db, id)
    if (rule === undefined) return refuse('no-such-rule')
    const act = by(reason)
    return changeRule(db, { id, partnerId: rule.partnerId, by: act }, (now) => answerRule(now, answer, act))
  },
  next: ({ id }) => `/partners/rules/${id}`,
  done: { en: 'Answered, with your name and reason. What the rule changes is being sent and asked back now.', fr: 'Réponse donnée, avec votre nom et votre motif. Ce que la règle change est envoyé et redemandé maintenant.' },
})
