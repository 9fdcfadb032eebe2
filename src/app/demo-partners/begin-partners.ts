import { demoPartners, seedPartners } from '#border/release'
import { demoPeople } from '#platform/identity'
import type { Role } from '#values'
import type { SiteParts } from '../wirings.ts'
import { keyOfDemoPartner } from './demo-partner.feed.ts'

/** Where the made-up partners of a demonstration listen: the centre's own public door. Undefined where that has no settled port, as in tests. */
export function demoPartnersAt({ mode, publicPort = 0 }: Pick<SiteParts, 'mode' | 'publicPort'>): string | undefined {
  return mode === 'demo' && publicPort !== 0 ? `http://127.0.0.1:${publicPort}` : undefined
}

export const demoPartnerSlugs: readonly string[] = demoPartners.map(({ slug }) => slug)

/** Puts the demonstration's partners in place, proposed by one of its people and agreed to by another. */
export async function beginPartners({ db, clock, folder }: SiteParts, origin: string): Promise<void> {
  await seedPartners({
    db, clock, proposer: person('watchlist-owner'), agreeing: person('duty-officer-uk'),
    system: async (slug) => ({ address: `${origin}/demo-partner/${slug}/messages`, publicKey: (await keyOfDemoPartner(folder, slug)).publicKey }),
  })
}

function person(role: Role) {
  const found = demoPeople.find((one) => one.role === role)
  if (found === undefined) throw new Error(`The demonstration has no ${role}`)
  return found
}
