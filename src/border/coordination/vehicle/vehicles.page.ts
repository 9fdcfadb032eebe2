import { z } from 'zod'
import { searchVehicles, sightingsLike } from '#border/arrivals'
import { recordLook } from '#platform/events'
import { page, type PageContext } from '#platform/web'
import { day, daysAfter, hoursAfter, instant, isDay, plate as fold, ports, siteName, type CalendarDate, type Instant, type Port } from '#values'
import { generalAccessDays, reasonLengthMax, searchedCharactersMin, vehicleHistoryLength } from '../limits.ts'
import { vehicleHistory } from './vehicle-history.page.ts'

const answer = z.string().trim().max(reasonLengthMax).catch('').default('')

const someDay = z.string().refine(isDay).transform(day).optional().catch(undefined)

interface Asked {
  readonly fuzzy?: 'yes' | undefined
  readonly site?: Port | undefined
  readonly from?: CalendarDate | undefined
  readonly to?: CalendarDate | undefined
}

/** The plate as it is compared, with `#` for one unknown character and `*` for any number of them. */
function pattern(asked: string): string {
  return asked.split('*').map(fold).join('*')
}

/** A whole plate without filters has its whole history; anything else is a list of sightings. */
function inFull({ fuzzy, site, from, to }: Asked, plate: string): boolean {
  return !/[#*]/.test(plate) && (fuzzy ?? site ?? from ?? to) === undefined
}

/** Never further back than general access reaches, whatever day is asked for. */
async function seenLike({ fuzzy, site, from, to }: Asked, plate: string, { db, clock }: PageContext) {
  const reach = hoursAfter(-24 * generalAccessDays, clock.now())
  const start: Instant = from === undefined ? reach : instant(`${from}T00:00:00Z`)
  const until = to === undefined ? hoursAfter(1, clock.now()) : instant(`${daysAfter(1, to)}T00:00:00Z`)
  const seen = await sightingsLike(db, { pattern: plate, fuzzy: fuzzy === 'yes', site, since: start < reach ? reach : start, until, most: vehicleHistoryLength })
  return seen.map((one) => ({ ...one, place: siteName(one.site) }))
}

/**
 * Where a plate has been seen. Nothing shows before a reason and a reference are given, and every showing is logged
 * with both (Data Protection Act 2018 s.62; the ANPR standards ask the same of each search).
 */
export const vehiclesPage = page({
  path: '/vehicles',
  right: searchVehicles,
  template: 'border/coordination/vehicle/vehicles.njk',
  query: z.object({
    plate: answer, reason: answer, reference: answer, fuzzy: z.literal('yes').optional().catch(undefined),
    site: z.enum(ports).optional().catch(undefined), from: someDay, to: someDay,
  }),
  show: async ({ query: { reason, reference, ...asked } }, ctx) => {
    const plate = pattern(asked.plate)
    const values = { ...asked, plate, reason, reference }
    const sent = asked.plate !== '' || reason !== '' || reference !== ''
    const places = ports.map((value) => ({ value, text: siteName(value) }))
    const missing = { plate: plate.replace(/[#*]/g, '').length < searchedCharactersMin, reason: reason === '', reference: reference === '' }
    if (missing.plate || missing.reason || missing.reference) return { values, days: generalAccessDays, missing: sent ? missing : {}, places, lines: undefined }
    const by = ctx.by(`${reason} (${reference})`)
    await recordLook(ctx.db, { by, subject: `plate:${plate}`, what: `vehicle history, ${generalAccessDays} days${inFull(asked, plate) ? '' : `, pattern ${plate}`}` })
    if (!inFull(asked, plate)) return { values, days: generalAccessDays, missing: {}, plate, places, lines: [], seen: await seenLike(asked, plate, ctx) }
    return { values, days: generalAccessDays, missing: {}, plate, places, lines: await vehicleHistory(ctx, [fold(plate)], vehicleHistoryLength) }
  },
})
