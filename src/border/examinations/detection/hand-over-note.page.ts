import { z } from 'zod'
import { siteName } from '#values'
import { may } from '#platform/identity'
import { formPage, inBoth, page, type PageContext } from '#platform/web'
import { detectionRefusals } from '../refusals.ts'
import { acknowledgeReceipt, handOver, seeHandOvers } from '../rights.ts'
import { describeHandOver, describeWelfare } from './describe-hand-over.ts'
import { moment, type Say } from './describe-detection.ts'
import { entrantIdsOf, referenceOf, type Detection } from './detection.ts'
import { changeDetection, readDetection } from './detection.store.ts'
import { acknowledgeHandOver, noteReceipt } from './hand-over-people.ts'
import { logLook } from './look.page.ts'

const params = z.object({ id: z.uuid(), handOver: z.uuid() })
const template = 'border/examinations/detection/hand-over-note.njk'
const reference = z.string().min(1, inBoth('Enter the reference', 'Saisissez la référence')).max(120)

/** The note both sides of the desk sign by, in both languages at once. */
export const handOverNotePage = page({
  path: '/hand-overs/:id/:handOver',
  right: seeHandOvers,
  template,
  params,
  subject: ({ params }, { db }) => readDetection(db, params.id),
  show: ({ params }, ctx) => noteView(params, ctx),
})

/** A receipt on paper or by radio, noted by the side that gave the people over. */
export const noteReceiptPage = formPage({
  path: '/hand-overs/:id/:handOver/receipt',
  right: handOver,
  template,
  params,
  form: z.object({ receiptReference: reference }),
  refusals: detectionRefusals,
  subject: ({ id }, { db }) => readDetection(db, id),
  show: noteView,
  submit: ({ id, handOver }, { receiptReference }, { db, by }) => changeDetection(db, { id, by: by() }, (detection) => noteReceipt(detection, handOver, receiptReference)),
  next: ({ id, handOver }) => `/hand-overs/${id}/${handOver}`,
  done: { en: 'The receipt is noted.', fr: 'Le reçu est noté.' },
})

/** The French duty officer's own word, under a reference of their service. */
export const acknowledgePage = formPage({
  path: '/hand-overs/:id/:handOver/acknowledge',
  right: acknowledgeReceipt,
  template,
  params,
  form: z.object({ reference }),
  refusals: detectionRefusals,
  show: noteView,
  submit: ({ id, handOver }, { reference }, { db, by, clock, officer }) => {
    const acknowledged = { at: clock.now(), by: officer.name, reference }
    return changeDetection(db, { id, by: by() }, (detection) => acknowledgeHandOver(detection, handOver, acknowledged))
  },
  next: ({ id, handOver }) => `/hand-overs/${id}/${handOver}`,
  done: { en: 'You have acknowledged the hand-over.', fr: 'Vous avez accusé réception de la remise.' },
})

async function noteView({ id, handOver: handOverId }: z.output<typeof params>, ctx: PageContext) {
  const detection = await readDetection(ctx.db, id)
  const given = detection?.handOvers.find((one) => one.id === handOverId)
  if (detection === undefined || given === undefined) return undefined
  await logLook(ctx, detection, 'hand-over note', { reason: 'hand-over' })
  const here = detection.site === ctx.site
  return {
    detection: { id: detection.id }, handOver: given,
    ...noteHead(detection),
    english: noteIn(detection, handOverId, (en) => en),
    french: noteIn(detection, handOverId, (_en, fr) => fr),
    mayNote: here && given.receiptReference === null && may(ctx.officer, handOver, detection),
    mayAcknowledge: here && given.acknowledged === null && may(ctx.officer, acknowledgeReceipt, detection),
    elsewhere: !here && may(ctx.officer, acknowledgeReceipt, detection),
  }
}

function noteHead(detection: Detection) {
  return { reference: referenceOf(detection), siteName: siteName(detection.site), entrantIds: detection.alarm && entrantIdsOf(detection, detection.alarm) }
}

function noteIn({ site, alarm, handOvers }: Detection, handOverId: string, say: Say) {
  const given = handOvers.find(({ id }) => id === handOverId)
  return {
    handOver: given && describeHandOver(given, site, say),
    found: { rows: alarm && [{ key: say('Found', 'Découverte'), value: moment(alarm.foundAt, site, say) }, { key: say('Place', 'Lieu'), value: alarm.place }, ...describeWelfare(alarm, say)] },
  }
}
