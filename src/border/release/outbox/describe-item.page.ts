import type { PageContext } from '#platform/web'
import { dayOf, london } from '#values'
import type { Partner } from '../partner/partner.ts'
import { readRecords, type RecordsOf } from '../record/read-records.store.ts'
import type { Subject } from '../record/record.ts'
import { heldBackWords, kindWords, stageWords } from '../release-words.ts'
import type { Item } from './item.ts'

/** The records that items are about, as they stand now; one that is gone is not among them. */
export async function recordsBehind(db: PageContext['db'], items: readonly Item[]): Promise<RecordsOf> {
  const idsOf = (subject: Subject): readonly string[] => items.filter(({ kind }) => (kind === 'hit' || kind === 'read') === (subject === 'hit')).map(({ subjectId }) => subjectId)
  const [hits, entries] = await Promise.all([readRecords(db, 'hit', idsOf('hit')), readRecords(db, 'entry', idsOf('entry'))])
  return new Map([...hits, ...entries])
}

/** Where an item stands, in the reader's words. */
export function describeItem(item: Item, partners: readonly Partner[], records: RecordsOf, say: PageContext['words']) {
  const { kind, stage, subjectId, because, begunAt, answeredAt } = item
  const facts = records.get(subjectId)?.find((record) => record.kind === kind)?.facts
  const reason = because === null ? undefined : heldBackWords[because]
  return {
    ...item, zone: london,
    partner: partners.find(({ id }) => id === item.partnerId)?.name ?? item.partnerId,
    kindText: say(kindWords[kind].en, kindWords[kind].fr),
    plate: facts?.plate ?? '', country: typeof facts?.country === 'string' ? facts.country : undefined,
    href: kind === 'hit' || kind === 'read' ? `/hits/${subjectId}` : `/watchlists/entries/${subjectId}`,
    stageText: say(stageWords[stage].en, stageWords[stage].fr), mark: stageWords[stage].mark,
    becauseText: reason === undefined ? '' : say(reason.en, reason.fr),
    begunOn: dayOf(begunAt), answeredOn: answeredAt === null ? undefined : dayOf(answeredAt),
  }
}
