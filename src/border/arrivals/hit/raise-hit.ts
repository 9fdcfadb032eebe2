import { announce, type Decision } from '#platform/decisions'
import type { Instant } from '#values'
import type { Hit, HitDoubted, HitImproved, HitRaised, HitSuperseded, NewHit } from './hit.ts'

/** A vehicle matches: a new hit, or better evidence for one that is there. One passage never gives two hits for one entry. */
export function raiseHit(hit: Hit | undefined, found: NewHit): Decision<HitRaised | HitImproved> {
  if (hit === undefined) return announce<HitRaised>({ type: 'hit-raised', ...found })
  if (hit.status === 'confirmed' || hit.status === 'dismissed' || sameEvidence(hit, found)) return announce()
  const { readId, plate, country, characterConfidence, imageSha256, how, differences, cost, explained } = found
  return announce<HitImproved>({ type: 'hit-improved', readId, plate, country, characterConfidence, imageSha256, how, differences, cost, ...(explained === undefined ? {} : { explained }) })
}

/** Later reads say that it was another plate. The machine takes back only what no person has touched, and tells whoever has taken it on. */
export function supersedeHit(hit: Hit | undefined, now: Instant): Decision<HitSuperseded | HitDoubted> {
  if (hit?.status === 'raised') return announce({ type: 'hit-superseded' })
  return hit?.status === 'acknowledged' && hit.doubtedAt === null ? announce({ type: 'hit-doubted', doubtedAt: now }) : announce()
}

/** The same plate read again, and no more or less sure, adds nothing an officer needs to be told. */
function sameEvidence(hit: Hit, found: NewHit): boolean {
  const asSure = hit.explained?.sureness === found.explained?.sureness && (found.explained !== undefined || hit.cost === found.cost)
  return hit.status !== 'superseded' && hit.doubtedAt === null && asSure && hit.plate === found.plate && hit.how === found.how && hit.imageSha256 === found.imageSha256
}
