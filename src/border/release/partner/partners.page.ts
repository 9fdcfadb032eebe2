import { may } from '#platform/identity'
import { page, type PageContext } from '#platform/web'
import { dayOf, shortDayInWords, timeOfDay, london } from '#values'
import type { Stage } from '../outbox/item.ts'
import { countReceivedWaiting } from '../received/received.store.ts'
import { partnerStandings, type PartnerStanding } from '../outbox/standing.store.ts'
import { alarmWords, kindWords, ringWords } from '../release-words.ts'
import { registerPartners, seePartners } from '../rights.ts'

/** Every partner: what it may be told, what waits, and what a person has to look at. */
export const partnersPage = page({
  path: '/partners',
  right: seePartners,
  template: 'border/release/partner/partners.njk',
  show: async (_input, ctx) => {
    const [standings, received] = await Promise.all([partnerStandings(ctx.db, ctx.clock.today()), countReceivedWaiting(ctx.db)])
    return { partners: standings.map((standing) => describeStanding(standing, ctx)), received, mayRegister: may(ctx.officer, registerPartners) }
  },
})

/** How things stand with a partner, in the reader's words. */
export function describeStanding({ partner, rule, proposed, lane, waiting, oldestSeconds, counts, alarms }: PartnerStanding, { words, language }: Pick<PageContext, 'words' | 'language'>) {
  const count = (...of: readonly Stage[]): number => of.reduce((sum, stage) => sum + (counts[stage] ?? 0), 0)
  const answered = lane?.lastAnsweredAt ?? null
  return {
    ...partner, rule, proposed, waiting, oldestSeconds, lastFault: lane?.lastFault ?? null, canaryAlarm: lane?.canaryAlarm ?? null,
    ringText: words(ringWords[partner.ring].en, ringWords[partner.ring].fr),
    kindTexts: (rule?.terms.kinds ?? []).map((kind) => words(kindWords[kind].en, kindWords[kind].fr)),
    answeredText: answered === null ? '' : `${shortDayInWords(dayOf(answered), language === 'fr' ? 'fr-FR' : 'en-GB')} ${timeOfDay(answered, london)}`,
    held: count('released'), onTheWay: count('sending'), takenBack: count('withdrawing', 'awaiting'), kept: count('kept'),
    alarms: alarms.map((code) => ({ code, text: words(alarmWords[code].en, alarmWords[code].fr), mark: alarmWords[code].grave ? 'stop' : 'look' })),
    ...standingWords(alarms, rule !== undefined, words),
  }
}

function standingWords(alarms: PartnerStanding['alarms'], hasRule: boolean, say: PageContext['words']): { standing: string; mark: string } {
  if (alarms.some((code) => alarmWords[code].grave)) return { standing: say('Look now', 'À voir'), mark: 'stop' }
  if (alarms.length > 0) return { standing: say('Look', 'À surveiller'), mark: 'look' }
  return hasRule ? { standing: say('Is told', 'Informé'), mark: 'going' } : { standing: say('Is told nothing', 'N’apprend rien'), mark: 'quiet' }
}
