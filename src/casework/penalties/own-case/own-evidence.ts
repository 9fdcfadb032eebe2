import type { Evidence, Outward } from '../evidence/evidence.ts'

/** What this person has sent at the public door. */
export function papersFrom<Item extends Pick<Evidence, 'personId' | 'provenance'>>(items: readonly Item[], personId: string): readonly Item[] {
  return items.filter((item) => item.personId === personId && item.provenance.road === 'online')
}

/** What we show this person: only what may leave the office, and of it only what leaves. */
export function shownTo<Item extends Pick<Evidence, 'shown'> & { readonly outward: Outward }>(items: readonly Item[], personId: string): readonly Item[] {
  return items.filter(({ shown, outward }) => shown?.to.includes(personId) === true && outward.bytes !== null)
}
