import { z } from 'zod'
import type { Database } from '#platform/database'
import { change } from '#platform/events'
import { action, formPage, inBoth } from '#platform/web'
import { day, daysAfter, type Site } from '#values'
import { reasonLengthMax, retentionDaysMax } from '../limits.ts'
import { holdRefusals } from '../refusals.ts'
import { holdCrossings } from '../rights.ts'
import { recallCrossing } from './evidence.store.ts'
import { holdCrossing, releaseHold } from './hold.ts'
import { holds } from './hold.store.ts'

const params = z.object({ id: z.uuid() })
const needed = (en: string, fr: string) => z.string(inBoth(en, fr)).trim().min(3, inBoth(en, fr)).max(reasonLengthMax)

/** A crossing is held at the port where it was, because that port alone forgets it. */
async function heldHere({ id }: z.output<typeof params>, { db, site }: { db: Database; site: Site }): Promise<{ site: Site } | undefined> {
  const crossing = await recallCrossing(db, id)
  return crossing?.site === site ? { site } : undefined
}

/** Keeps a crossing beyond its time for a case that has no search or find of its own here. */
export const holdCrossingPage = formPage({
  path: '/crossings/:id/hold',
  right: holdCrossings,
  template: 'border/arrivals/retention/hold-crossing.njk',
  params,
  form: z.object({
    reference: needed('Enter the case or operation', 'Saisissez le dossier ou l’opération'),
    reason: needed('Say why', 'Dites pourquoi'),
    untilOn: z.iso.date(inBoth('Enter the last day', 'Saisissez le dernier jour')).transform(day),
  }),
  refusals: holdRefusals,
  subject: heldHere,
  show: async ({ id }, { db, clock }) => {
    const hold = await holds.read(db, id)
    return { id, hold: hold?.releasedAt === null ? hold : undefined, values: { untilOn: daysAfter(2 * retentionDaysMax, clock.today()) } }
  },
  submit: ({ id }, form, { db, site, clock, by }) => {
    const act = by(`${form.reason} (${form.reference})`)
    return change(db, holds, { id, by: act }, (hold) => holdCrossing(hold, { id, site, ...form }, clock.today(), act))
  },
  next: ({ id }) => `/crossings/${id}`,
  done: { en: 'Held. It is kept until its day, with your name and reason.', fr: 'Conservé jusqu’à son terme, avec votre nom et votre motif.' },
})

export const releaseHoldAction = action({
  path: '/crossings/:id/release',
  right: holdCrossings,
  params,
  form: z.object({ reason: needed('Say why', 'Dites pourquoi') }),
  refusals: holdRefusals,
  subject: heldHere,
  submit: ({ id }, { reason }, { db, by }) => {
    const act = by(reason)
    return change(db, holds, { id, by: act }, (hold) => releaseHold(hold, act))
  },
  next: ({ id }) => `/crossings/${id}`,
  done: { en: 'Released. It goes with its time.', fr: 'Levé. Le passage disparaîtra à son terme.' },
})
