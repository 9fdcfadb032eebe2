import { searchVehicles } from '#border/arrivals'
import { releasedAbout, seeReleased } from '#border/release'
import { may } from '#platform/identity'
import { download, page, type PageContext } from '#platform/web'
import { toCsv } from '#platform/wire-formats'
import { allPorts, plate as fold, siteName, timeOfDay, wallZone, type Plate } from '#values'
import { exportedSightingsMax, generalAccessDays, sightingsOnPage, vehicleHistoryLength } from '../limits.ts'
import { findVehicles, isAboutOneVehicle, missingFrom, recordSearch, vehicleQuery } from './find-vehicles.page.ts'
import { addressOf, patternOf } from './vehicle-query.ts'
import { vehicleHistory } from './vehicle-history.page.ts'

/**
 * Where a plate has been seen. Nothing shows before a reason and a reference are given, and every showing is logged
 * with both (Data Protection Act 2018 s.62; the ANPR standards ask the same of each search).
 */
export const vehiclesPage = page({
  path: '/vehicles',
  right: searchVehicles,
  template: 'border/coordination/vehicle/vehicles.njk',
  query: vehicleQuery,
  show: async ({ query: { query, before } }, ctx) => {
    const pattern = patternOf(query.plate, fold)
    const places = allPorts().map((value) => ({ value, text: siteName(value) }))
    const shown = { values: { ...query, plate: pattern.replaceAll('#', '?') }, days: generalAccessDays, places }
    const missing = missingFrom(query)
    const sent = query.plate !== '' || query.reason !== '' || query.reference !== ''
    if (missing !== undefined) return { ...shown, missing: sent ? missing : {} }
    const links = { file: addressOf('/vehicles.csv', query), plate: pattern }
    if (isAboutOneVehicle(query) && before === undefined) {
      const lines = await vehicleHistory(ctx, [fold(pattern)], vehicleHistoryLength)
      await recordSearch(query, `${lines.length} found`, ctx)
      return { ...shown, ...links, missing: {}, lines, told: await toldOutside(fold(pattern), ctx) }
    }
    const { seen, next } = await findVehicles(query, { before, most: sightingsOnPage }, ctx)
    return { ...shown, ...links, missing: {}, seen, further: before !== undefined, older: next && addressOf('/vehicles', query, next), newest: addressOf('/vehicles', query) }
  },
})

/** What partners outside were told of it: known at the centre, and shown there to those who may see it. */
async function toldOutside(plate: Plate, ctx: PageContext) {
  return ctx.site === 'centre' && may(ctx.officer, seeReleased) ? releasedAbout(ctx, plate) : []
}

const columns = (): readonly string[] => ['plate', 'country', 'port', 'lane', 'day', `time in ${wallZone()}`, 'crossing']

/** The same search as a file, under the same right and with the same entry in the audit. */
export const vehiclesFile = download({
  path: '/vehicles.csv',
  right: searchVehicles,
  query: vehicleQuery,
  show: async ({ query: { query } }, ctx) => {
    if (missingFrom(query) !== undefined) return { goTo: addressOf('/vehicles', query) }
    const { seen } = await findVehicles(query, { before: undefined, most: exportedSightingsMax }, ctx)
    const rows = seen.map(({ plate, country, place, lane, on, seenAt, crossingId }) => [plate.replaceAll('#', '?'), country ?? '', place, lane ?? '', on, timeOfDay(seenAt), crossingId])
    return { contentType: 'text/csv; charset=utf-8', fileName: `sightings-${ctx.clock.today()}.csv`, bytes: Buffer.from(toCsv([columns(), ...rows])) }
  },
})
