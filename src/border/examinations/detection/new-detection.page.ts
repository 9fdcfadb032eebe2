import { z } from 'zod'
import { newId } from '#platform/identity'
import { formPage } from '#platform/web'
import { formId } from '../form-fields.page.ts'
import { detectionRefusals } from '../refusals.ts'
import { recordDetections } from '../rights.ts'
import { readSearch } from '../search/search.store.ts'
import { alarmAnswers, alarmChoices, proposeAlarm, readAlarm } from './alarm.page.ts'
import { referenceOf } from './detection.ts'
import { changeDetection, detectionsOfSearch } from './detection.store.ts'
import { startWithAlarm } from './start-detection.ts'
import { progress } from './steps.ts'

/** The first step is also the beginning: a find exists from the moment its alarm and its people are saved. */
export const newDetectionPage = formPage({
  path: '/detections/new',
  right: recordDetections,
  template: 'border/examinations/detection/alarm.njk',
  query: z.object({ search: z.uuid().optional(), crossing: z.uuid().optional() }),
  form: alarmAnswers.extend({ id: formId, searchId: z.uuid().optional(), crossingId: z.uuid().optional() }),
  refusals: detectionRefusals,
  show: async (_params, ctx, { search: searchId, crossing }) => {
    const search = searchId === undefined ? undefined : await readSearch(ctx.db, searchId)
    const already = searchId === undefined ? [] : await detectionsOfSearch(ctx.db, searchId)
    return {
      fresh: true,
      already: already.map((one) => ({ ...one, reference: referenceOf(one) })),
      progress: progress(undefined, 'alarm', ctx.words),
      values: { id: newId(), searchId, crossingId: crossing ?? search?.crossingId, ...(await proposeAlarm(searchId ?? null, ctx)) },
      ...alarmChoices(ctx),
    }
  },
  submit: (_params, form, ctx) => {
    const { db, site, by, clock, officer } = ctx
    const start = { id: form.id, site, searchId: form.searchId ?? null, crossingId: form.crossingId ?? null, startedAt: clock.now(), startedBy: officer.name }
    return changeDetection(db, { id: form.id, by: by() }, (detection) => startWithAlarm(detection, start, readAlarm(form, ctx)))
  },
  next: (_params, { id, goTo }) => `/detections/${id}/${goTo ?? 'vehicle'}`,
  done: { en: 'Saved as a draft. Nothing is lost if you stop here.', fr: 'Brouillon enregistré. Rien n’est perdu si vous vous arrêtez ici.' },
})
