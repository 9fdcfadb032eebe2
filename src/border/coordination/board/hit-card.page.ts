import { describeHits, handleHits, readCrossing, type DescribedHit, type Hit } from '#border/arrivals'
import { plannedOnce } from '#platform/database'
import { may } from '#platform/identity'
import type { PageContext } from '#platform/web'
import { hoursAfter, siteName } from '#values'
import { cardHistoryLength, examinedLatelyHours } from '../limits.ts'
import { journeyWarnings, type JourneyWarning } from '../vehicle/journey-warnings.page.ts'
import { vehicleHistory, type HistoryLine } from '../vehicle/vehicle-history.page.ts'

/** A hit as its card shows it: words first, then the number, what else has to be known, then one big next act. */
export function hitCardView(hit: Hit, ctx: PageContext) {
  // A dozen questions, each over every week there is: planning them anew cost more than answering them.
  return plannedOnce(ctx.db, (db) => cardView(hit, { ...ctx, db }))
}

async function cardView(hit: Hit, ctx: PageContext) {
  const [[described], crossing, history] = await Promise.all([
    describeHits([hit], ctx), readCrossing(ctx.db, hit.crossingId), vehicleHistory(ctx, [hit.plate, hit.listedPlate], cardHistoryLength + 1),
  ])
  if (described === undefined) throw new Error('One hit is described as one')
  const warnings = crossing === undefined ? [] : await journeyWarnings(ctx, crossing)
  const elsewhere = history.filter(({ crossingId }) => crossingId !== hit.crossingId)
  return {
    hitId: hit.id,
    card: { ...faceOf(described, ctx), notes: [...standingNotes(described, ctx), ...examinedNotes(elsewhere, ctx), ...warnings.map((warning) => warningNote(warning, ctx))] },
    lines: elsewhere.slice(0, cardHistoryLength),
  }
}

/** What the card shows of the read and the entry. */
function faceOf(hit: DescribedHit, ctx: PageContext) {
  const { words, site } = ctx
  const { level, plate, country, characterConfidence, seconds } = hit
  return {
    id: cardId(hit.id), level, plate, country, characterConfidence, list: `${hit.list}.`, handling: hit.handlingText,
    why: [hit.why, ...hit.markerTexts].join('. '),
    sure: [hit.surenessText, hit.howText, hit.weighedText].filter(Boolean).join(', '),
    lane: hit.lane === null ? siteName(hit.site) : `${words('Lane', 'Voie')} ${hit.lane}`,
    at: hit.raisedAt, seconds,
    ...(hit.imageSha256 !== null && hit.site === site ? { readImage: `/images/${hit.imageSha256}` } : {}),
    entryPlate: hit.listedPlate, entryCountry: hit.listedCountry ?? undefined,
    act: nextAct(hit, ctx),
  }
}

/** What an officer has to know before walking to the cab. Seen without a tap. */
interface Note {
  readonly text: string
  readonly kind: 'look' | 'stop' | 'done' | 'going'
  readonly detail?: string
  readonly href?: string
}

/** What makes this hit unlike others, in a few words each. */
function standingNotes({ sinceText, doubtedText, insideText, escalatedText, status, handledBy }: DescribedHit, { words }: PageContext): readonly Note[] {
  const owner = status === 'acknowledged' && handledBy !== null ? words(`Acknowledged by ${handledBy}`, `Prise en charge par ${handledBy}`) : ''
  const notes: readonly Note[] = [{ text: sinceText, kind: 'stop' }, { text: escalatedText, kind: 'stop' }, { text: doubtedText, kind: 'look' }, { text: insideText, kind: 'look' }, { text: owner, kind: 'going' }]
  return notes.filter(({ text }) => text !== '')
}

/** The latest search or find of this vehicle elsewhere: one port searches it and the next sees that at once. */
function examinedNotes(elsewhere: readonly HistoryLine[], { clock }: PageContext): readonly Note[] {
  const since = hoursAfter(-examinedLatelyHours, clock.now())
  const latest = elsewhere.find(({ what, at }) => (what === 'search' || what === 'detection') && at >= since)
  return latest === undefined ? [] : [{ text: latest.text, kind: latest.kind === '' ? 'look' : latest.kind, detail: [latest.place, latest.detail].filter(Boolean).join(' · '), href: latest.href }]
}

function warningNote({ text, href }: JourneyWarning, { words }: PageContext): Note {
  return { text: words('Two places at once?', 'À deux endroits ?'), kind: 'look', detail: text, href }
}

export function cardId(hitId: string): string {
  return `hit-${hitId}`
}

function nextAct({ id, status, site }: Hit, { officer, site: here, words }: PageContext): { href: string; text: string } {
  const mayHandle = site === here && may(officer, handleHits, { site })
  if (mayHandle && status === 'raised') return { href: `/hits/${id}/acknowledge`, text: words('Acknowledge', 'Prendre en charge') }
  if (mayHandle && status === 'acknowledged') return { href: `/hits/${id}`, text: words('Check the plate, open search', 'Vérifier la plaque, ouvrir la fouille') }
  return { href: `/hits/${id}`, text: words('See the hit', 'Voir l’alerte') }
}
