import { z } from 'zod'
import { siteName } from '#values'
import { historyOf } from '#platform/events'
import { may } from '#platform/identity'
import { page, type PageContext } from '#platform/web'
import { choices, inOneLanguage } from '../bilingual.ts'
import { handOver, recordDetections, seeDetectionPersons, seeDetections } from '../rights.ts'
import { peopleFound, reportedByDriver } from './alarm.ts'
import { describeSections, moment } from './describe-detection.ts'
import { describeHandOver } from './describe-hand-over.ts'
import { entrantIdsOf, referenceOf, type Detection } from './detection.ts'
import { readDetection } from './detection.store.ts'
import { stillWithUs } from './hand-over-people.ts'
import { lookReasonWords, type LookReason } from './look-reason.ts'
import { logLook, lookQuery, reasonFor, type LookQuery } from './look.page.ts'
import { photoSubjectWords } from './photo.ts'
import { timelineOf } from './timeline.ts'
import { withoutPersons } from './without-persons.ts'

export const detectionPage = page({
  path: '/detections/:id',
  right: seeDetections,
  template: 'border/examinations/detection/detection.njk',
  params: z.object({ id: z.uuid() }),
  query: lookQuery,
  subject: ({ params }, { db }) => readDetection(db, params.id),
  show: async ({ params, query }, ctx) => {
    const detection = await readDetection(ctx.db, params.id)
    if (detection === undefined) return undefined
    const head = { reference: referenceOf(detection), siteName: siteName(detection.site) }
    const reason = reasonFor(detection, ctx, query)
    if (reason === undefined) return { ...head, askWhy: true, reasons: choices(lookReasonWords, ctx.words) }
    await logLook(ctx, detection, 'record of the detection', { reason, detail: query.detail })
    return { ...head, ...(await recordView(detection, ctx, { ...query, reason })) }
  },
})

async function recordView(detection: Detection, ctx: PageContext, query: LookQuery & { reason: LookReason }) {
  const { db, officer, words, site } = ctx
  const namesPersons = may(officer, seeDetectionPersons, detection)
  const readable = namesPersons ? detection : withoutPersons(detection)
  const here = detection.site === site
  return {
    detection: readable, namesPersons,
    why: words(lookReasonWords[query.reason].en, lookReasonWords[query.reason].fr),
    photoQuery: new URLSearchParams({ reason: query.reason, ...(query.detail === undefined ? {} : { detail: query.detail }) }).toString(),
    ...peopleView(detection, words),
    sections: describeSections(readable, words),
    handOvers: detection.handOvers.map((one) => describeHandOver(one, detection.site, words)),
    photoWords: inOneLanguage(photoSubjectWords, words),
    events: timelineOf(await historyOf(db, 'detection', detection.id), namesPersons, words),
    mayCorrect: here && detection.stage === 'recorded' && may(officer, recordDetections, detection),
    mayHandOver: here && detection.stage === 'recorded' && may(officer, handOver, detection) && stillWithUs(detection) > 0,
  }
}

function peopleView(detection: Detection, words: PageContext['words']) {
  const { alarm, site } = detection
  if (alarm === null) return {}
  return {
    found: peopleFound(alarm), withUs: stillWithUs(detection), entrantIds: entrantIdsOf(detection, alarm),
    selfReported: reportedByDriver(alarm), suspectedAt: moment(alarm.driverFirstSuspectedAt, site, words), foundAt: moment(alarm.foundAt, site, words),
  }
}
