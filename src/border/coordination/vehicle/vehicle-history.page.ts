import { crossingsOfPlate, describeHit, hitsOfPlate, type Crossing, type Hit } from '#border/arrivals'
import { detectionsOfPlate, outcomeWords, peopleFound, searchesOfPlate, type Detection, type Search } from '#border/examinations'
import type { PageContext } from '#platform/web'
import { dayOf, hoursAfter, siteName, wallZone, type CalendarDate, type Instant, type Plate } from '#values'
import { generalAccessDays } from '../limits.ts'

type Ctx = Pick<PageContext, 'db' | 'clock' | 'words'>

/** Something that happened to a vehicle at one of the ports, in the reader's words. */
export interface HistoryLine {
  readonly id: string
  readonly what: 'crossing' | 'hit' | 'search' | 'detection'
  readonly at: Instant
  readonly on: CalendarDate
  readonly place: string
  readonly text: string
  readonly detail: string
  readonly href: string
  /** How the line is marked, as the timeline of the shell draws it. */
  readonly kind: 'look' | 'stop' | 'done' | ''
  readonly crossingId: string | null
}

/** Crossings, hits, searches and finds of these plates at every port, newest first. */
export async function vehicleHistory(ctx: Ctx, plates: readonly Plate[], most: number): Promise<readonly HistoryLine[]> {
  const lines = (await Promise.all([...new Set(plates)].map((plate) => historyOfPlate(ctx, plate, most)))).flat()
  const once = new Map(lines.map((line) => [line.id, line]))
  return [...once.values()].sort((one, other) => (one.at < other.at ? 1 : -1)).slice(0, most)
}

async function historyOfPlate({ db, clock, words }: Ctx, plate: Plate, most: number): Promise<readonly HistoryLine[]> {
  const asked = { since: hoursAfter(-24 * generalAccessDays, clock.now()), most }
  const [crossings, hits, searches, detections] = await Promise.all([
    crossingsOfPlate(db, plate, asked), hitsOfPlate(db, plate, asked), searchesOfPlate(db, plate), detectionsOfPlate(db, plate),
  ])
  return [
    ...crossings.map((crossing) => crossingLine(crossing, words)),
    ...hits.map((hit) => hitLine(hit, clock.now(), words)),
    ...searches.map((search) => searchLine(search, words)),
    ...detections.map((detection) => detectionLine(detection, words)),
  ]
}

type Say = PageContext['words']

function crossingLine({ id, site, lane, lastSeenAt, plates }: Crossing, say: Say): HistoryLine {
  return {
    ...place(site, lane, say), ...moment(lastSeenAt), id, what: 'crossing', kind: '', crossingId: id, href: `/crossings/${id}`,
    text: say('Seen in the lane', 'Vu dans la voie'),
    detail: plates.map(({ plate }) => plate).join(' + '),
  }
}

function hitLine(hit: Hit, now: Instant, say: Say): HistoryLine {
  const { list, why, statusText, handlingText } = describeHit(hit, now, say)
  return {
    ...place(hit.site, hit.lane, say), ...moment(hit.raisedAt), id: hit.id, what: 'hit', crossingId: hit.crossingId, href: `/hits/${hit.id}`,
    kind: hit.status === 'dismissed' || hit.status === 'superseded' ? '' : hit.handling === 'stop' ? 'stop' : 'look',
    text: say(`Hit: ${list}`, `Alerte : ${list}`),
    detail: `${handlingText.toUpperCase()}. ${why}. ${statusText}${hit.handledBy === null ? '' : ` (${hit.handledBy})`}`,
  }
}

function searchLine({ id, site, lane, openedAt, outcome, crossingId }: Search, say: Say): HistoryLine {
  const ended = outcome === null ? say('still open', 'en cours') : say(outcomeWords[outcome].en, outcomeWords[outcome].fr)
  return {
    ...place(site, lane, say), ...moment(openedAt), id, what: 'search', crossingId, href: `/searches/${id}`,
    kind: outcome === 'people-found' ? 'stop' : outcome === null ? 'look' : 'done',
    text: say('Searched', 'Fouillé'), detail: ended,
  }
}

function detectionLine({ id, site, startedAt, recordedAt, alarm, crossingId }: Detection, say: Say): HistoryLine {
  const found = alarm === null ? 0 : peopleFound(alarm)
  return {
    ...place(site, null, say), ...moment(alarm?.foundAt ?? recordedAt ?? startedAt), id, what: 'detection', crossingId, href: `/detections/${id}`, kind: 'stop',
    text: say(found === 1 ? '1 person found' : `${found} people found`, found === 1 ? '1 personne trouvée' : `${found} personnes trouvées`),
    detail: alarm?.place ?? '',
  }
}

function place(site: Crossing['site'], lane: string | null, say: Say): { place: string } {
  return { place: lane === null || lane === '' ? siteName(site) : `${siteName(site)}, ${say('lane', 'voie')} ${lane}` }
}

function moment(at: Instant): { at: Instant; on: CalendarDate } {
  return { at, on: dayOf(at, wallZone()) }
}
