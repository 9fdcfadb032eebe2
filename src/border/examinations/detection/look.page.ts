import { z } from 'zod'
import { recordLook } from '#platform/events'
import type { PageContext } from '#platform/web'
import { referenceOf, type Detection } from './detection.ts'
import { impliedReason, lookReasons, lookReasonWords, type LookReason } from './look-reason.ts'

/** Why the officer looks, as the address carries it. */
export const lookQuery = z.object({ reason: z.enum(lookReasons).optional(), detail: z.string().max(200).optional() })

export type LookQuery = z.output<typeof lookQuery>

/** The reason given, or the one that goes without saying at the port of the find. */
export function reasonFor(detection: Detection, ctx: PageContext, { reason }: LookQuery): LookReason | undefined {
  return reason ?? impliedReason(ctx.officer, ctx.site, detection)
}

/** Logs that this officer saw this much of the record, and why. English, as all of the history is. */
export async function logLook(ctx: PageContext, detection: Detection, what: string, { reason, detail }: { reason: LookReason; detail?: string | undefined }): Promise<void> {
  const why = detail === undefined ? lookReasonWords[reason].en : `${lookReasonWords[reason].en}: ${detail}`
  await recordLook(ctx.db, { subject: `detection:${detection.id}`, what: `${what}, detection ${referenceOf(detection)}`, by: ctx.by(why) })
}
