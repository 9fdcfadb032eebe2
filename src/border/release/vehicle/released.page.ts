import { z } from 'zod'
import { recordLook } from '#platform/events'
import { page } from '#platform/web'
import { plate as fold } from '#values'
import { sentenceLengthMax } from '../limits.ts'
import { seeReleased } from '../rights.ts'
import { releasedAbout } from './released-about.page.ts'

const answer = z.string().trim().max(sentenceLengthMax).catch('').default('')

/** What was told outside about one vehicle. Nothing shows before a plate, a reason and a reference are given, and each showing is logged. */
export const releasedPage = page({
  path: '/partners/vehicle',
  right: seeReleased,
  template: 'border/release/vehicle/released.njk',
  query: z.object({ plate: answer, reason: answer, reference: answer }),
  show: async ({ query: { plate: asked, reason, reference } }, ctx) => {
    const plate = fold(asked)
    const values = { plate, reason, reference }
    const sent = asked !== '' || reason !== '' || reference !== ''
    const missing = { plate: plate === '', reason: reason === '', reference: reference === '' }
    if (missing.plate || missing.reason || missing.reference) return { values, missing: sent ? missing : {}, items: undefined }
    await recordLook(ctx.db, { by: ctx.by(`${reason} (${reference})`), subject: `plate:${plate}`, what: 'what partners were told' })
    return { values, missing: {}, plate, items: await releasedAbout(ctx, plate) }
  },
})
