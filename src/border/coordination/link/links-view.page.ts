import { alarmSentence, alarmTitles, laneNames, repairCommand, type LinkEvent, type LinkState, type StreamState } from '#platform/replication'
import { dayOf, secondsBetween, siteName, zoneOf, type CalendarDate, type Instant, type Port, type Site } from '#values'
import { howLong, howMuch, linkWords } from './link-words.ts'

type Language = 'en' | 'fr'

/** One link as the page shows it. */
export interface LinkView {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly state: string
  readonly means: string
  readonly alarms: readonly AlarmView[]
  readonly streams: readonly StreamView[]
  /** Under which numbers the two databases go on, once either was put back from a copy. */
  readonly lives: { readonly here: number; readonly there: number } | undefined
  /** The port by which this link is cut and healed. */
  readonly port: Port
  readonly isCutByHand: boolean
}

interface AlarmView {
  readonly title: string
  readonly kind: 'look' | 'stop'
  readonly lane: string
  readonly sentence: string
  readonly since: string
  readonly command: string
}

interface StreamView {
  readonly name: string
  readonly kind: string
  readonly state: string
  readonly asOf: string | undefined
  /** How far the first copies are, while they are. */
  readonly copied: string
  readonly silent: string
  readonly waiting: string
  /** How far what came is proven, and how far the other end says it has proven what went. */
  readonly provenHere: string
  readonly provenThere: string
}

export interface LinkInWords {
  readonly here: Site
  readonly link: LinkState
  readonly alarms: readonly LinkEvent[]
  readonly ownIncarnation: number
  readonly ownPages: ReadonlyMap<string, number>
  readonly now: Instant
  readonly port: Port
  readonly isCutByHand: boolean
  readonly language: Language
}

export function linkView({ here, link, alarms, ownIncarnation, ownPages, now, port, isCutByHand, language }: LinkInWords): LinkView {
  const words = linkWords[link.condition]
  const there = link.incarnation ?? 1
  return {
    id: `link-${link.peer}`,
    title: `${siteName(here)} ↔ ${siteName(link.peer)}`,
    kind: words.kind,
    state: words[language],
    means: language === 'fr' ? words.meansFr : words.meansEn,
    alarms: alarms.filter(({ peer }) => peer === link.peer).map((alarm) => alarmView(alarm, { here, now, language })),
    streams: link.streams.map((stream) => streamView(stream, ownPages.get(stream.stream) ?? 0, language)),
    lives: ownIncarnation > 1 || there > 1 ? { here: ownIncarnation, there } : undefined,
    port, isCutByHand,
  }
}

function alarmView(alarm: LinkEvent, { here, now, language }: { readonly here: Site; readonly now: Instant; readonly language: Language }): AlarmView {
  return {
    title: alarmTitles[alarm.name][language],
    kind: alarm.name === 'cut' || alarm.name === 'slot-lag' || alarm.name === 'certificate-expiring' ? 'look' : 'stop',
    lane: alarm.lane === undefined ? '' : laneNames[alarm.lane][language],
    sentence: alarmSentence(alarm)[language],
    since: howLong(Math.max(0, secondsBetween(alarm.beganAt, now))),
    command: repairCommand(alarm, here),
  }
}

function streamView({ stream, condition, asOf, copied, silentSeconds, waitingBytes, proof, provenThere }: StreamState, ownPage: number, language: Language): StreamView {
  const words = linkWords[condition]
  return {
    name: laneNames[stream][language],
    kind: words.kind,
    state: words[language],
    asOf,
    copied: copied === undefined ? '' : `${ofAll(copied.tables, copied.of, language)} tables`,
    silent: silentSeconds === undefined ? '' : howLong(silentSeconds),
    waiting: waitingBytes === undefined ? '' : howMuch(waitingBytes, language),
    provenHere: proof === undefined ? '' : ofAll(proof.provenTo, proof.writtenTo, language),
    provenThere: provenThere === undefined ? '' : ofAll(provenThere, ownPage, language),
  }
}

function ofAll(proven: number, written: number, language: Language): string {
  const number = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB')
  return `${number.format(proven)} ${language === 'fr' ? 'sur' : 'of'} ${number.format(written)}`
}

/** What is over: when it began, which link, and how long it lasted. */
export interface PastView {
  readonly at: Instant
  readonly on: CalendarDate
  readonly link: string
  readonly what: string
  readonly lane: string
  readonly lasted: string
}

export function pastView({ peer, name, lane, beganAt, endedAt }: LinkEvent, here: Site, language: Language): PastView {
  return {
    at: beganAt,
    on: dayOf(beganAt, zoneOf(here)),
    link: `${siteName(here)} ↔ ${siteName(peer)}`,
    what: alarmTitles[name][language],
    lane: lane === undefined ? '' : laneNames[lane][language],
    lasted: endedAt === null ? '' : howLong(Math.max(0, secondsBetween(beganAt, endedAt))),
  }
}
