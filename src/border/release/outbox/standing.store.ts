import type { Database } from '#platform/database'
import { dayOf, type CalendarDate } from '#values'
import { allOwnKeys } from '../own-key/own-key.store.ts'
import { allPartners } from '../partner/partner.store.ts'
import type { Partner } from '../partner/partner.ts'
import { rulesOf } from '../rule/rule.store.ts'
import { ruleOn, type Rule } from '../rule/rule.ts'
import { alarmsOf, type AlarmCode } from './alarms.ts'
import { countEscalated, countItems } from './item.store.ts'
import type { Stage } from './item.ts'
import { allLanes, type Lane } from './lane.store.ts'
import { queueLengths } from './queue.store.ts'

/** How things stand with one partner. */
export interface PartnerStanding {
  readonly partner: Partner
  /** Every version, the newest first. */
  readonly rules: readonly Rule[]
  readonly rule: Rule | undefined
  readonly proposed: Rule | undefined
  readonly lane: Lane | undefined
  readonly waiting: number
  readonly oldestSeconds: number
  readonly counts: Partial<Record<Stage, number>>
  readonly alarms: readonly AlarmCode[]
}

/** How things stand with every partner, for the page, for monitoring and for whoever is on duty. */
export async function partnerStandings(db: Database, today: CalendarDate): Promise<readonly PartnerStanding[]> {
  return standingsOf(db, await allPartners(db), today)
}

/** The same for the partners named. */
export async function standingsOf(db: Database, partners: readonly Partner[], today: CalendarDate): Promise<readonly PartnerStanding[]> {
  const [lanes, lengths, counts, escalated, [newestKey]] = await Promise.all([allLanes(db), queueLengths(db), countItems(db), countEscalated(db), allOwnKeys(db)])
  return Promise.all(partners.map(async (partner) => {
    const rules = await rulesOf(db, partner.id)
    const rule = ruleOn(rules, partner, today)
    const lane = lanes.get(partner.id)
    const { waiting = 0, oldestSeconds = 0 } = lengths.get(partner.id) ?? {}
    const alarms = alarmsOf({
      waiting, oldestSeconds, today, canaryAlarm: lane?.canaryAlarm ?? null, failures: lane?.failures ?? 0, escalated: escalated.get(partner.id) ?? 0, ruleEndsOn: rule?.terms.validTo,
      keyUntakenSince: newestKey?.shownAt === null && partner.ownKey !== newestKey.number ? dayOf(newestKey.since) : undefined,
    })
    return { partner, rules, rule, lane, waiting, oldestSeconds, alarms, proposed: rules.find(({ status }) => status === 'proposed'), counts: counts.get(partner.id) ?? {} }
  }))
}
