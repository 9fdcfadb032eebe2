import { describeHit, handleHits, readCrossing, type Hit } from '#border/arrivals'
import { may } from '#platform/identity'
import type { PageContext } from '#platform/web'
import { siteName } from '#values'
import { cardHistoryLength } from '../limits.ts'
import { journeyWarnings } from '../vehicle/journey-warnings.page.ts'
import { vehicleHistory } from '../vehicle/vehicle-history.page.ts'

/** A hit as its card shows it: words first, then the number, then one big next act. */
export async function hitCardView(hit: Hit, ctx: PageContext) {
  const { words } = ctx
  const described = describeHit(hit, ctx.clock.now(), words)
  const { level, plate, country, characterConfidence, list, why, handlingText, markerTexts, surenessText, howText, oftenText, seconds } = described
  const crossing = await readCrossing(ctx.db, hit.crossingId)
  const history = await vehicleHistory(ctx, [hit.plate, hit.listedPlate], cardHistoryLength + 1)
  return {
    hitId: hit.id,
    card: {
      id: cardId(hit.id), level, plate, country, characterConfidence, list: `${list}.`, handling: handlingText,
      why: [why, ...markerTexts].join('. '),
      sure: [surenessText, howText, oftenText].filter(Boolean).join(', '),
      lane: hit.lane === null ? siteName(hit.site) : `${words('Lane', 'Voie')} ${hit.lane}`,
      at: hit.raisedAt, seconds,
      ...(hit.imageSha256 !== null && hit.site === ctx.site ? { readImage: `/images/${hit.imageSha256}` } : {}),
      entryPlate: hit.listedPlate, entryCountry: hit.listedCountry ?? undefined,
      act: nextAct(hit, ctx),
    },
    marks: marksOf(described),
    warnings: crossing === undefined ? [] : await journeyWarnings(ctx, crossing),
    owner: hit.handledBy,
    lines: history.filter(({ crossingId }) => crossingId !== hit.crossingId).slice(0, cardHistoryLength),
  }
}

/** What makes this hit unlike others, in a few words each. */
function marksOf({ insideText, escalatedText }: { readonly insideText: string; readonly escalatedText: string }) {
  return [{ text: insideText, kind: 'look' }, { text: escalatedText, kind: 'stop' }].filter(({ text }) => text !== '')
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
