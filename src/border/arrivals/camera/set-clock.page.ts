import { z } from 'zod'
import { change } from '#platform/events'
import { formPage, inBoth, type PageContext } from '#platform/web'
import { cameraRefusals } from '../refusals.ts'
import { keepCameras } from '../rights.ts'
import { cameraHabits } from './camera-habit.store.ts'
import { cameras } from './camera.store.ts'
import { clockSentence } from './fault-words.ts'
import { clockReadsMin } from './limits.ts'
import { setClock } from './register-camera.ts'

/** How far a camera's clock is out: measured and proposed by the machine, set by an officer who says why. */
export const setClockPage = formPage({
  path: '/cameras/:id/clock',
  right: keepCameras,
  template: 'border/arrivals/camera/set-clock.njk',
  params: z.object({ id: z.string().max(100) }),
  form: z.object({
    aheadSeconds: z.string().trim().regex(/^[+-−]?\d{1,6}([.,]\d{1,3})?$/, inBoth('Enter seconds, such as 12, −3 or 3600', 'Indiquez des secondes, par exemple 12, −3 ou 3600')).transform((text) => Number(text.replace('−', '-').replace(',', '.'))),
    reason: z.string().trim().min(1, inBoth('Say why', 'Dites pourquoi')).max(500),
  }),
  refusals: cameraRefusals,
  show: async ({ id }, ctx) => {
    const camera = await cameras.read(ctx.db, id)
    return camera && { id, name: camera.name, setSeconds: camera.clockAheadMs / 1000, ...(await measured(id, ctx, camera.clockAheadMs)) }
  },
  submit: async ({ id }, { aheadSeconds, reason }, { db, site, by }) => change(db, cameras, { id, by: by(reason) }, (camera) => setClock(camera, site, Math.round(aheadSeconds * 1000))),
  next: ({ id }) => `/cameras/${id}`,
  done: { en: 'The correction is taken off every time it tells from now on.', fr: 'La correction est retranchée de chaque heure qu’elle indiquera.' },
})

/** The middle of the last hour, rounded to the second: a message's way to us takes part of one. */
async function measured(id: string, { db, site, clock, words }: PageContext, setMs: number) {
  const habit = (await cameraHabits(db, site, clock.now())).get(id)
  const ahead = habit?.clock_ahead_seconds ?? null
  if (ahead === null || habit === undefined || habit.clock_reads < clockReadsMin) return { values: { aheadSeconds: String(setMs / 1000) } }
  const proposed = Math.round(ahead)
  return { reads: habit.clock_reads, sentence: clockSentence(ahead, words), proposed, values: { aheadSeconds: String(proposed) } }
}
