import { z } from 'zod'
import { may } from '#platform/identity'
import { action, page, type PageContext, type Route } from '#platform/web'
import { cameraRefusals } from '../refusals.ts'
import { keepCameras, seeCameras } from '../rights.ts'
import { imageFolder } from './camera-intake.feed.ts'
import { quarantinePageSize, rawShownBytes } from './limits.ts'
import { countQuarantined, quarantined, readQuarantined, readRetry } from './quarantine.store.ts'
import { quarantinedBecause } from './reason-words.ts'
import { tryAgain } from './try-again.feed.ts'

const params = z.object({ id: z.uuid() })

/** What cameras sent that nobody understood: nothing is thrown away unseen. */
export const quarantinePage = page({
  path: '/cameras/quarantine',
  right: seeCameras,
  template: 'border/arrivals/plate-read/quarantine.njk',
  show: async (_input, ctx) => {
    const { db, site } = ctx
    const messages = await quarantined(db, site, quarantinePageSize)
    return { messages: messages.map((message) => ({ ...message, because: because(message.reason, ctx) })), total: await countQuarantined(db, site), isPort: site !== 'centre' }
  },
})

export const quarantinedMessagePage = page({
  path: '/cameras/quarantine/:id',
  right: seeCameras,
  template: 'border/arrivals/plate-read/quarantined-message.njk',
  params,
  show: async ({ params: { id } }, ctx) => {
    const message = await readQuarantined(ctx.db, id)
    if (message === undefined) return undefined
    const retry = await readRetry(ctx.db, id)
    return {
      message: { ...message, bytes: message.raw.length, because: because(message.reason, ctx) },
      raw: readable(message.raw),
      cut: message.raw.length > rawShownBytes,
      retry: retry && { ...retry, because: retry.outcome === 'understood' ? undefined : because(retry.outcome, ctx) },
      mayTry: may(ctx.officer, keepCameras) && retry?.outcome !== 'understood',
    }
  },
})

/** Needs the folder of the pictures, which only the host knows. */
export const tryAgainAction: Route = {
  path: '/cameras/quarantine/:id/try-again',
  right: keepCameras,
  mount: (app, host) => action({
    path: '/cameras/quarantine/:id/try-again',
    right: keepCameras,
    params,
    refusals: cameraRefusals,
    submit: ({ id }, _form, { db, site, by }) => tryAgain({ db, site, imageDir: imageFolder(host.dataDir, site), onFault: (what, fault) => host.onFault?.(new Error(what, { cause: fault }), id) }, id, by()),
    next: ({ id }) => `/cameras/quarantine/${id}`,
    done: { en: 'The message was tried again.', fr: 'Le message a été réessayé.' },
  }).mount(app, host),
}

function because(reason: string, { words }: PageContext): string {
  const { en, fr } = quarantinedBecause(reason)
  return words(en, fr)
}

/** As text for the eye: what is no printable character becomes a dot, so that nothing in it can act on the screen. */
function readable(raw: Uint8Array): string {
  const text = Buffer.from(raw).toString('utf8', 0, Math.min(raw.length, rawShownBytes))
  return text.replace(/[^\P{C}\n\t]/gu, '·').replaceAll('\uFFFD', '·')
}
