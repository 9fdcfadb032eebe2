import { readsOfCrossing, type Crossing, type Hit, type ReadInCrossing } from '#border/arrivals'
import { releasedAbout, seeReleased } from '#border/release'
import { historyOf, historyOfStream, type HistoryEntry } from '#platform/events'
import { may } from '#platform/identity'
import { roleWords, type PageContext } from '#platform/web'
import { dayOf, siteName, wallZone, type Instant } from '#values'
import { looksOnTimeline } from '../limits.ts'
import { hitAct } from './hit-acts.page.ts'
import type { HistoryLine } from './vehicle-history.page.ts'

/** One line of what happened around a crossing, as the shell's timeline draws it. */
export interface TimelineEntry {
  readonly at: Instant
  readonly on: string
  readonly text: string
  readonly by?: string | undefined
  readonly role?: string | undefined
  readonly reason?: string | undefined
  readonly kind?: HistoryLine['kind']
}

interface Around {
  readonly crossing: Crossing
  readonly hits: readonly Hit[]
  /** Searches and finds that rest on this very crossing. */
  readonly examined: readonly HistoryLine[]
}

/**
 * Everything that is known of one crossing, newest first: each read, what became of each hit and by whom, searches and finds, what
 * partners were told, and who looked. History stays at the site that wrote it and at the centre, so other ports see less of it.
 */
export async function crossingTimeline(ctx: PageContext, { crossing, hits, examined }: Around): Promise<readonly TimelineEntry[]> {
  const [reads, acts, looks, released] = await Promise.all([
    readsOfCrossing(ctx.db, crossing.id), Promise.all(hits.map(({ id }) => historyOf(ctx.db, 'hit', id))), looksAt(ctx, crossing), releasedOf(ctx, crossing, hits),
  ])
  const lines: readonly TimelineEntry[] = [
    ...reads.map((read) => readLine(read, ctx)),
    ...acts.flat().map((entry) => ({ ...hitAct(entry, ctx), text: ctx.words(`Hit: ${hitAct(entry, ctx).text}`, `Alerte : ${hitAct(entry, ctx).text}`) })),
    ...examined.map(({ at, on, text, detail, kind }) => ({ at, on, kind, text: detail === '' ? text : `${text}, ${detail}` })),
    ...looks.map((entry) => lookLine(entry, ctx)),
    ...released,
  ]
  return [...lines].sort((one, other) => (one.at < other.at ? 1 : -1))
}

function readLine({ cameraId, capturedAt, plate, confidence }: ReadInCrossing, { words }: PageContext): TimelineEntry {
  const sure = confidence === null ? '' : `, ${Math.round(confidence * 100)} %`
  return { at: capturedAt, on: dayOf(capturedAt, wallZone()), text: words(`${cameraId} read ${plate.replaceAll('#', '?')}${sure}`, `${cameraId} a lu ${plate.replaceAll('#', '?')}${sure}`) }
}

/** The newest looks at the plates that name this crossing. */
async function looksAt({ db }: PageContext, { id, plates }: Crossing): Promise<readonly HistoryEntry[]> {
  const streams = await Promise.all(plates.map(({ plate }) => historyOfStream(db, `look:plate:${plate}`)))
  // Opening a crossing is a look at each of its plates: one line tells of all of them.
  const here = streams.flat().filter(({ body }) => body !== undefined && 'what' in body && String(body.what).includes(id))
  const once = new Map(here.map((entry) => [`${entry.by.at.slice(0, 19)} ${entry.by.officerId} ${entry.by.reason ?? ''}`, entry]))
  return [...once.values()].sort((one, other) => (one.by.at < other.by.at ? 1 : -1)).slice(0, looksOnTimeline)
}

function lookLine({ by }: HistoryEntry, { words }: PageContext): TimelineEntry {
  return { at: by.at, on: dayOf(by.at, wallZone()), text: words('Looked at', 'Consulté'), by: `${by.name}, ${siteName(by.site)}`, role: by.role === 'machine' ? undefined : roleWords(by.role, words), reason: by.reason }
}

/** What partners outside were told of the hits of this crossing: the centre alone knows, and tells those who may see it. */
async function releasedOf(ctx: PageContext, { plates }: Crossing, hits: readonly Hit[]): Promise<readonly TimelineEntry[]> {
  if (ctx.site !== 'centre' || hits.length === 0 || !may(ctx.officer, seeReleased)) return []
  const told = (await Promise.all(plates.map(({ plate }) => releasedAbout(ctx, plate)))).flat()
  const ofThese = told.filter(({ subjectId }) => hits.some(({ id }) => id === subjectId))
  return ofThese.map(({ begunAt, partner, stageText, becauseText }) => ({ at: begunAt, on: dayOf(begunAt, wallZone()), text: [`${partner}: ${stageText}`, becauseText].filter((part) => part !== '').join(', ') }))
}
