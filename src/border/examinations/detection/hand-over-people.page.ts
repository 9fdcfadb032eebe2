import { z } from 'zod'
import { day } from '#values'
import { newId } from '#platform/identity'
import { formPage, inBoth } from '#platform/web'
import { count, formId, optionalText } from '../form-fields.page.ts'
import { asTyped, clockTime, momentAtPort } from '../local-time.ts'
import { detectionRefusals } from '../refusals.ts'
import { handOver } from '../rights.ts'
import { referenceOf } from './detection.ts'
import { changeDetection, readDetection } from './detection.store.ts'
import { handOverPeople, stillWithUs } from './hand-over-people.ts'

export const handOverPage = formPage({
  path: '/detections/:id/hand-over',
  right: handOver,
  template: 'border/examinations/detection/hand-over.njk',
  params: z.object({ id: z.uuid() }),
  form: z.object({
    handOverId: formId,
    adults: count, children: count,
    handedOn: z.iso.date(inBoth('Enter the day', 'Saisissez le jour')),
    handedTime: z.string().regex(clockTime, inBoth('Enter the time of the hand-over', 'Saisissez l’heure de la remise')),
    receivingOfficer: z.string().min(1, inBoth('Enter who received them', 'Saisissez qui les a reçues')).max(120),
    receiptReference: optionalText(120),
  }),
  refusals: detectionRefusals,
  subject: ({ id }, { db }) => readDetection(db, id),
  show: async ({ id }, { db, clock }) => {
    const detection = await readDetection(db, id)
    if (detection === undefined) return undefined
    const now = asTyped(clock.now())
    const first = detection.handOvers.length === 0
    return {
      detection, reference: referenceOf(detection), withUs: stillWithUs(detection),
      values: { handOverId: newId(), handedOn: now.on, handedTime: now.at, adults: first ? detection.alarm?.adults : 0, children: first ? detection.alarm?.children : 0 },
    }
  },
  submit: ({ id }, { handOverId, handedOn, handedTime, ...form }, { db, by, clock }) => {
    const given = { ...form, id: handOverId, handedOverAt: momentAtPort(day(handedOn), handedTime) }
    return changeDetection(db, { id, by: by() }, (detection) => handOverPeople(detection, given, clock.now()))
  },
  next: ({ id }, { handOverId }) => `/hand-overs/${id}/${handOverId}`,
  done: { en: 'The hand-over is recorded.', fr: 'La remise est enregistrée.' },
})
