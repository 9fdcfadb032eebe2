import { z } from 'zod'
import { searchVehicles } from '#border/arrivals'
import { recordLook } from '#platform/events'
import { page } from '#platform/web'
import { plate as fold } from '#values'
import { generalAccessDays, reasonLengthMax, vehicleHistoryLength } from '../limits.ts'
import { vehicleHistory } from './vehicle-history.page.ts'

const answer = z.string().trim().max(reasonLengthMax).catch('').default('')

/**
 * Where a plate has been seen. Nothing shows before a reason and a reference are given, and every showing is logged
 * with both (Data Protection Act 2018 s.62; the ANPR standards ask the same of each search).
 */
export const vehiclesPage = page({
  path: '/vehicles',
  right: searchVehicles,
  template: 'border/coordination/vehicle/vehicles.njk',
  query: z.object({ plate: answer, reason: answer, reference: answer }),
  show: async ({ query: { reason, reference, ...asked } }, ctx) => {
    const plate = fold(asked.plate)
    const values = { plate, reason, reference }
    const sent = asked.plate !== '' || reason !== '' || reference !== ''
    const missing = { plate: plate === '', reason: reason === '', reference: reference === '' }
    if (missing.plate || missing.reason || missing.reference) return { values, days: generalAccessDays, missing: sent ? missing : {}, lines: undefined }
    const by = ctx.by(`${reason} (${reference})`)
    await recordLook(ctx.db, { by, subject: `plate:${plate}`, what: `vehicle history, ${generalAccessDays} days` })
    return { values, days: generalAccessDays, missing: {}, plate, lines: await vehicleHistory(ctx, [plate], vehicleHistoryLength) }
  },
})
