import { siteName } from '#values'
import { may } from '#platform/identity'
import { page } from '#platform/web'
import { handOver, seeDetections, seeHandOvers } from '../rights.ts'
import { describeHandOver } from './describe-hand-over.ts'
import { moment } from './describe-detection.ts'
import { referenceOf } from './detection.ts'
import { detectionsWithPeople } from './detection.store.ts'
import { stillWithUs } from './hand-over-people.ts'

export const handOversPage = page({
  path: '/hand-overs',
  right: seeHandOvers,
  template: 'border/examinations/detection/hand-overs.njk',
  show: async (_input, { db, officer, words, site }) => {
    const finds = (await detectionsWithPeople(db, officer)).map((detection) => ({
      id: detection.id,
      reference: referenceOf(detection), siteName: siteName(detection.site),
      foundAt: detection.alarm && moment(detection.alarm.foundAt, detection.site, words), place: detection.alarm?.place,
      withUs: stillWithUs(detection),
      children: detection.alarm?.children ?? 0,
      handOvers: detection.handOvers.map((one) => describeHandOver(one, detection.site, words)),
      mayHandOver: detection.site === site && may(officer, handOver, detection),
      maySee: may(officer, seeDetections, detection),
    }))
    return {
      finds,
      peopleWithUs: finds.reduce((sum, { withUs }) => sum + withUs, 0),
      withoutReceipt: finds.flatMap(({ handOvers }) => handOvers).filter((one) => one.withoutReceipt).length,
    }
  },
})
