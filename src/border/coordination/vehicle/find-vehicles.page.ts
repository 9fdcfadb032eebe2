import { z } from 'zod'
import { closenesses, isWhole, knownCharacters, sightingsLike, type SeenPlate, type Wanted } from '#border/arrivals'
import { recordLook } from '#platform/events'
import type { PageContext } from '#platform/web'
import { hoursAfter, isPort, plate as fold, siteName, wallZone } from '#values'
import { generalAccessDays, reasonLengthMax, searchedCharactersMin } from '../limits.ts'
import { momentTyped, patternOf, type VehicleQuery } from './vehicle-query.ts'

const answer = z.string().trim().max(reasonLengthMax).catch('').default('')

/** What may stand in the address: a filter that cannot be read is a filter that was not set. */
export const vehicleQuery = z.object({
  plate: answer, reason: answer, reference: answer, lane: answer, from: answer, to: answer,
  closeness: z.enum(closenesses).catch('exact').default('exact'),
  site: z.string().refine(isPort).optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
}).transform(({ before, site, ...query }) => ({ query: { ...query, site } satisfies VehicleQuery, before }))

/** What is still missing before anything may be searched; undefined when nothing is. */
export function missingFrom({ plate, reason, reference }: VehicleQuery): Readonly<Record<'plate' | 'reason' | 'reference', boolean>> | undefined {
  const missing = { plate: knownCharacters(patternOf(plate, fold)) < searchedCharactersMin, reason: reason.length < 3, reference: reference === '' }
  return Object.values(missing).includes(true) ? missing : undefined
}

/** A whole plate without filters has its whole history; anything else is a list of sightings. */
export function isAboutOneVehicle({ plate, closeness, site, lane, from, to }: VehicleQuery): boolean {
  return isWhole(patternOf(plate, fold)) && closeness === 'exact' && [site ?? '', lane, from, to].every((filter) => filter === '')
}

/** Never further back than general access reaches, whatever day is asked for. */
function wantedBy({ plate, closeness, site, lane, from, to }: VehicleQuery, { clock }: PageContext): Wanted {
  const reach = hoursAfter(-24 * generalAccessDays, clock.now())
  const since = momentTyped(from, 'first', wallZone()) ?? reach
  return {
    pattern: patternOf(plate, fold), closeness, site, lane: lane === '' ? undefined : lane,
    since: since < reach ? reach : since, until: momentTyped(to, 'last', wallZone()) ?? hoursAfter(1, clock.now()),
  }
}

export interface FoundVehicles {
  readonly seen: readonly (SeenPlate & { readonly place: string })[]
  /** Where the next older page begins; absent where there is none. */
  readonly next: string | undefined
}

/** The sightings asked for. They are handed over when the search is in the audit: its terms, its purpose, and how many it found. */
export async function findVehicles(query: VehicleQuery, page: { readonly before: string | undefined; readonly most: number }, ctx: PageContext): Promise<FoundVehicles> {
  const { seen, more } = await sightingsLike(ctx.db, wantedBy(query, ctx), page)
  await recordSearch(query, `${seen.length} found${more ? ', and there are older ones' : ''}${page.before === undefined ? '' : ', a further page'}`, ctx)
  return { seen: seen.map((one) => ({ ...one, place: siteName(one.site) })), next: more ? seen.at(-1)?.id : undefined }
}

/** In English whoever asks: the auditor reads all of them together. */
export async function recordSearch({ plate, closeness, site, lane, from, to, reason, reference }: VehicleQuery, result: string, { db, by }: PageContext): Promise<void> {
  const pattern = patternOf(plate, fold)
  const filters = [closeness === 'exact' ? '' : `closeness ${closeness}`, site === undefined ? 'every port' : siteName(site), lane && `lane ${lane}`, from && `from ${from}`, to && `to ${to}`]
  await recordLook(db, { by: by(`${reason} (${reference})`), subject: `plate:${pattern}`, what: `vehicle history of ${pattern}, ${filters.filter((one) => one !== '').join(', ')}: ${result}` })
}
