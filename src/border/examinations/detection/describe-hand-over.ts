import type { Site } from '#values'
import type { AlarmAndPeople } from './alarm.ts'
import { childWelfareWords, concernWords } from './alarm.ts'
import { moment, word, type Row, type Say } from './describe-detection.ts'
import { isWithoutReceipt, type HandOver } from './hand-over.ts'

/** A hand-over in the reader's words, by the clock of the port that gave them over. */
export function describeHandOver(handOver: HandOver, site: Site, say: Say) {
  const { adults, children, handedOverAt, receivingOfficer, receiptReference, acknowledged } = handOver
  const rows: readonly Row[] = [
    { key: say('Adults', 'Adultes'), value: String(adults) },
    { key: say('Children', 'Enfants'), value: String(children) },
    { key: say('Handed over', 'Remise'), value: moment(handedOverAt, site, say) },
    { key: say('Receiving officer', 'Agent qui reçoit'), value: receivingOfficer },
    { key: say('Receipt', 'Reçu'), value: receiptReference },
    { key: say('Acknowledged by the French side', 'Accusé de réception français'), value: acknowledged && `${acknowledged.by}, ${acknowledged.reference}, ${moment(acknowledged.at, site, say)}` },
  ]
  return { ...handOver, rows, withoutReceipt: isWithoutReceipt(handOver) }
}

/** What the receiving side has to know about the people's welfare, and nothing about the vehicle's case. */
export function describeWelfare({ concerns, childWelfare, referredTo }: AlarmAndPeople, say: Say): readonly Row[] {
  return [
    { key: say('Needs and dangers', 'Besoins et dangers'), value: concerns.map((concern) => word(concernWords, concern, say)).join(', ') || say('None seen', 'Aucun constaté') },
    { key: say('Children’s welfare', 'Situation des enfants'), value: childWelfare && word(childWelfareWords, childWelfare, say) },
    { key: say('Referred to', 'Signalé à'), value: referredTo },
  ]
}
