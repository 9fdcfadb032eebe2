import { isPort, siteName } from '#values'
import { may } from '#platform/identity'
import { page } from '#platform/web'
import { recordDetections, seeDetections } from '../rights.ts'
import { peopleFound, reportedByDriver } from './alarm.ts'
import { moment } from './describe-detection.ts'
import { referenceOf } from './detection.ts'
import { recentDetections } from './detection.store.ts'
import { stillWithUs } from './hand-over-people.ts'

export const detectionsPage = page({
  path: '/detections',
  right: seeDetections,
  template: 'border/examinations/detection/detections.njk',
  show: async (_input, { db, officer, words, site }) => {
    const seen = (await recentDetections(db, officer)).map((detection) => ({
      ...detection,
      reference: referenceOf(detection), siteName: siteName(detection.site),
      found: detection.alarm && peopleFound(detection.alarm),
      foundAt: detection.alarm && moment(detection.alarm.foundAt, detection.site, words),
      selfReported: detection.alarm !== null && reportedByDriver(detection.alarm),
      withUs: stillWithUs(detection),
    }))
    return {
      drafts: seen.filter(({ stage }) => stage === 'draft'),
      recorded: seen.filter(({ stage }) => stage === 'recorded'),
      mayRecord: isPort(site) && may(officer, recordDetections),
      severalPorts: new Set(seen.map((detection) => detection.site)).size > 1,
    }
  },
})
