import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { recordLook } from '#platform/events'
import { may } from '#platform/identity'
import { formPage, inBoth, page, type PageContext } from '#platform/web'
import { because, partnerParams } from '../form-fields.page.ts'
import { itemsPerPage } from '../limits.ts'
import { describeItem, recordsBehind } from '../outbox/describe-item.page.ts'
import { itemsIn, readItem } from '../outbox/item.store.ts'
import type { Item } from '../outbox/item.ts'
import { takeAnswerIn } from '../outbox/take-answer.store.ts'
import { allPartners } from '../partner/partner.store.ts'
import { releaseRefusals as refusals } from '../refusals.ts'
import { answerForPartners, seePartners } from '../rights.ts'

const open = ['withdrawing', 'awaiting'] as const

/** Everything a partner was asked to delete and has not answered about, and what it chose to keep. */
export const withdrawalsPage = page({
  path: '/partners/withdrawals',
  right: seePartners,
  template: 'border/release/withdrawal/withdrawals.njk',
  show: async (_input, ctx) => {
    const [waiting, kept] = await shown(ctx)
    if (waiting.length + kept.length > 0) await recordLook(ctx.db, { by: ctx.by(ctx.words('Looked through the withdrawals', 'Retraits consultés')), subject: 'release-withdrawals:all', what: `${waiting.length} open, ${kept.length} kept` })
    return { waiting: waiting.toReversed(), kept, mayAnswer: may(ctx.officer, answerForPartners) }
  },
})

async function shown({ db, words }: PageContext) {
  const of = (stages: Parameters<typeof itemsIn>[1]['stages']) => itemsIn(db, { partnerId: undefined, stages, offset: 0, most: itemsPerPage })
  const [waiting, kept, partners] = await Promise.all([of(open), of(['kept']), allPartners(db)])
  const records = await recordsBehind(db, [...waiting, ...kept])
  const described = (items: typeof waiting) => items.map((item) => describeItem(item, partners, records, words))
  return [described(waiting), described(kept)] as const
}

/** What a partner said by telephone or letter, written down by a named officer. */
export const answerForPartnerPage = formPage({
  path: '/partners/withdrawals/:id',
  right: answerForPartners,
  template: 'border/release/withdrawal/answer-withdrawal.njk',
  params: partnerParams,
  form: z.object({
    outcome: z.enum(['deleted', 'kept', 'never-had'], inBoth('Say what became of it', 'Dites ce qu’il en est advenu')),
    reason: z.string().max(500).default(''),
    because,
  }),
  refusals,
  show: async ({ id }, ctx) => {
    const item = await readItem(ctx.db, id)
    if (item === undefined || !isOpen(item)) return undefined
    const [partners, records] = await Promise.all([allPartners(ctx.db), recordsBehind(ctx.db, [item])])
    const described = describeItem(item, partners, records, ctx.words)
    if (described.plate !== '') await recordLook(ctx.db, { by: ctx.by(ctx.words('Opened a withdrawal without an answer', 'Retrait sans réponse ouvert')), subject: `plate:${described.plate}`, what: `withdrawal ${id}` })
    return { item: described }
  },
  submit: ({ id }, { outcome, reason, because: how }, { db, by, clock }) => db.transaction().execute(async (tx) => {
    const item = await readItem(tx, id)
    if (item === undefined) return refuse('no-such-item')
    if (!isOpen(item)) return refuse('withdrawal-closed')
    return takeAnswerIn(tx, item, { messageId: item.messageId, outcome, reason: reason === '' ? null : reason, at: clock.now() }, by(how))
  }),
  next: () => '/partners/withdrawals',
  done: { en: 'Written down, with your name and how you know.', fr: 'Noté, avec votre nom et votre source.' },
})

function isOpen({ stage }: Item): boolean {
  return open.some((one) => one === stage)
}
