import { z } from 'zod'
import { describeHits, handleHits, readCrossing, readHit, seeCrossing, type Hit } from '#border/arrivals'
import { historyOf, type HistoryEntry } from '#platform/events'
import { may } from '#platform/identity'
import { page, roleWords, type PageContext } from '#platform/web'
import { dayOf, siteName } from '#values'
import { vehicleHistoryLength } from '../limits.ts'
import { journeyWarnings } from './journey-warnings.page.ts'
import { vehicleHistory } from './vehicle-history.page.ts'

/** One hit: what was read and listed side by side, what people made of it, and where else the vehicle was seen. */
export const hitPage = page({
  path: '/hits/:id',
  right: seeCrossing,
  template: 'border/coordination/vehicle/hit.njk',
  params: z.object({ id: z.uuid() }),
  show: async ({ params: { id } }, ctx) => {
    const hit = await readHit(ctx.db, id)
    if (hit === undefined) return undefined
    const crossing = await readCrossing(ctx.db, hit.crossingId)
    const [[described], warnings, entries, lines] = await Promise.all([describeHits([hit], ctx), crossing === undefined ? [] : journeyWarnings(ctx, crossing), historyOf(ctx.db, 'hit', id), vehicleHistory(ctx, [hit.plate, hit.listedPlate], vehicleHistoryLength)])
    return {
      warnings,
      hit: described, siteName: siteName(hit.site), acts: actsOn(hit, ctx),
      entries: entries.toReversed().map((entry) => inWords(entry, ctx)),
      outcome: lines.filter(({ crossingId, what }) => crossingId === hit.crossingId && (what === 'search' || what === 'detection')),
      lines: lines.filter(({ crossingId }) => crossingId !== hit.crossingId),
    }
  },
})

/** What this officer may do with it now, here. */
function actsOn({ status, site, handling }: Hit, ctx: PageContext) {
  const here = site === ctx.site && may(ctx.officer, handleHits, { site })
  const search = handling === 'check' || handling === 'stop'
  return {
    acknowledge: here && status === 'raised',
    confirm: here && status === 'acknowledged',
    dismiss: here && (status === 'raised' || status === 'acknowledged'),
    search: here && search,
    openSearch: here && search && status === 'confirmed',
    elsewhere: site !== ctx.site,
  }
}

function inWords({ type, by }: HistoryEntry, { words }: PageContext) {
  const role = by.role === 'machine' ? words('machine', 'machine') : roleWords(by.role, words)
  return { at: by.at, on: dayOf(by.at, 'Europe/Paris'), text: happened(type, words), by: by.name, role, reason: by.reason }
}

const happenings: Readonly<Record<string, readonly [string, string]>> = {
  'hit-raised': ['Raised', 'Émise'],
  'hit-improved': ['A better read came in', 'Meilleure lecture reçue'],
  'hit-superseded': ['Taken back: a later read is another plate', 'Annulée : une lecture suivante donne une autre plaque'],
  'hit-doubted': ['A later read says another plate', 'Une lecture suivante donne une autre plaque'],
  'hit-escalated': ['Nobody answered in time: duty officer told', 'Sans réponse à temps : officier de permanence prévenu'],
  'hit-acknowledged': ['Acknowledged', 'Prise en charge'],
  'hit-confirmed': ['Same plate, by a person', 'Même plaque, vue par une personne'],
  'hit-dismissed': ['Not this vehicle', 'Pas ce véhicule'],
}

function happened(type: string, words: PageContext['words']): string {
  const [en, fr] = happenings[type] ?? [type, type]
  return words(en, fr)
}
