import { readFile } from 'node:fs/promises'
import { allowedTargets } from '#platform/outgoing'
import type { Wiring } from '#platform/web'
import { release } from '../../border/release/wire.ts'
import type { SiteParts } from '../wirings.ts'
import { beginPartners, demoPartnersAt, demoPartnerSlugs } from './begin-partners.ts'
import { demoPartnerFeed } from './demo-partner.feed.ts'

/** Partners are told from the centre, at the addresses its settings allow. A demonstration brings its own, who answer at the public door. */
export async function mountPartners(parts: SiteParts): Promise<{ readonly staff: Wiring; readonly public: readonly Wiring[] }> {
  const demo = demoPartnersAt(parts)
  if (demo !== undefined) await beginPartners(parts, demo)
  const allowed = allowedTargets([process.env['JUXTA_PARTNER_ADDRESSES'] ?? '', demo ?? ''].join(','))
  const authority = process.env['JUXTA_PARTNER_CA'] ?? ''
  const staff = release(allowed, authority === '' ? undefined : await readFile(authority, 'utf8'))
  return { staff, public: demo === undefined ? [] : [{ feeds: [demoPartnerFeed(demoPartnerSlugs)] }] }
}
