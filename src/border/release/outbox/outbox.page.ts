import { z } from 'zod'
import { recordLook } from '#platform/events'
import { page } from '#platform/web'
import { itemsPerPage } from '../limits.ts'
import { allPartners } from '../partner/partner.store.ts'
import { stageWords } from '../release-words.ts'
import { seePartners } from '../rights.ts'
import { describeItem, recordsBehind } from './describe-item.page.ts'
import { itemsIn } from './item.store.ts'
import { stages } from './item.ts'
import { queueLengths } from './queue.store.ts'

/** Every message to a partner with what came of it, the newest first. It names vehicles, so opening it is logged. */
export const outboxPage = page({
  path: '/partners/outbox',
  right: seePartners,
  template: 'border/release/outbox/outbox.njk',
  query: z.object({ partner: z.uuid().optional().catch(undefined), stage: z.enum(stages).optional().catch(undefined), page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1) }),
  show: async ({ query: { partner: partnerId, stage, page: number } }, ctx) => {
    const { db, words } = ctx
    const [partners, lengths, found] = await Promise.all([
      allPartners(db), queueLengths(db),
      itemsIn(db, { partnerId, stages: stage === undefined ? stages : [stage], offset: (number - 1) * itemsPerPage, most: itemsPerPage + 1 }),
    ])
    const shown = found.slice(0, itemsPerPage)
    if (shown.length > 0) await recordLook(db, { by: ctx.by(words('Looked through the outbox', 'Envois consultés')), subject: 'release-outbox:all', what: `${shown.length} items, page ${number}` })
    const records = await recordsBehind(db, shown)
    return {
      partners, chosen: partnerId, stage, number, more: found.length > itemsPerPage,
      stages: stages.map((value) => ({ value, text: words(stageWords[value].en, stageWords[value].fr) })),
      waiting: partners.map(({ id, name }) => ({ name, ...(lengths.get(id) ?? { waiting: 0, oldestSeconds: 0 }) })).filter(({ waiting }) => waiting > 0),
      items: shown.map((item) => describeItem(item, partners, records, words)),
    }
  },
})
