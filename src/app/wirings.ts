import type { Clock } from '#platform/clock'
import type { Mode } from '#platform/config'
import type { Database } from '#platform/database'
import type { Reaction } from '#platform/events'
import type { ReadyCheck } from '#platform/health'
import { linkControl } from '#platform/replication'
import type { Wiring } from '#platform/web'
import type { Site } from '#values'
import { arrivals } from '../border/arrivals/wire.ts'
import { linkWiring } from '../border/coordination/link/wire.ts'
import { coordination, engagementWithVictims, lanes } from '../border/coordination/wire.ts'
import { examinations } from '../border/examinations/wire.ts'
import { watchlists } from '../border/watchlists/wire.ts'
import { ownCase, penalties, publicOutages } from '../casework/penalties/wire.ts'
import { engagement } from '../oversight/engagement/wire.ts'
import { calculator } from '../public/calculator/wire.ts'
import { guidance } from '../public/guidance/wire.ts'
import { statuteBook } from '../public/statute-book/wire.ts'
import { beginDemo } from './begin-demo.ts'
import { mountPartners } from './demo-partners/mount-partners.ts'
import { mountLetterPost } from './letter-post/mount-letter-post.ts'
import { virusScanner } from './virus-scanner.ts'
import { mountCardPay } from './card-pay/mount-card-pay.ts'
import { openDemoCalendar } from './calendar/demo-calendar.ts'
import { calendarWiring } from './calendar/move-calendar.page.ts'
import { providerIn } from './sign-in/provider-in.ts'
import { signIn } from './sign-in/wire.ts'
import { reactionsAt } from './reactions.ts'
import { siteMap } from './site-map.ts'

/** What a site's contexts are built from. */
export interface SiteParts {
  readonly site: Site
  readonly mode: Mode
  readonly db: Database
  readonly databaseUrl: string
  readonly folder: string
  /** What all sites of one machine share. */
  readonly rootFolder: string
  readonly clock: Clock
  /** Where the centre's public door listens. */
  readonly publicPort?: number
}

/** All that a site mounts and runs. */
export interface Mounted {
  readonly staff: readonly Wiring[]
  readonly public: readonly Wiring[]
  readonly reactions: readonly Reaction[]
  readonly checks: readonly ReadyCheck[]
  readonly clock: Clock
  close(): Promise<void>
}

/** Border contexts run everywhere; casework and oversight only at the centre, which alone has a public door. */
export async function mountContexts(parts: SiteParts): Promise<Mounted> {
  if (parts.mode === 'demo') await beginDemo(parts.db, parts.site, parts.clock)
  const links = linkWiring(parts.mode === 'demo' ? linkControl(parts.rootFolder) : undefined)
  const border: readonly Wiring[] = [
    siteMap, signIn(providerIn(process.env, parts.mode)), ...(parts.site === 'centre' ? [] : [lanes]), coordination, examinations, watchlists, arrivals,
    ...(parts.site === 'centre' ? [engagementWithVictims] : []), links,
  ]
  return parts.site === 'centre' ? mountCentre(parts, border) : mountPort(parts, border)
}

function mountPort({ site, mode, db, clock }: SiteParts, staff: readonly Wiring[]): Mounted {
  return { staff, public: [], reactions: reactionsAt(site, { db, clock, mode }), checks: [], clock, close: async () => {} }
}

async function mountCentre(parts: SiteParts, border: readonly Wiring[]): Promise<Mounted> {
  const { site, mode, db, clock: real } = parts
  const calendar = mode === 'demo' ? await openDemoCalendar(db, real) : undefined
  const clock = calendar?.clock ?? real
  const partners = await mountPartners(parts)
  const post = mountLetterPost({ ...parts, clock })
  const cards = mountCardPay(parts)
  const staff = [penalties, ...virusScanner(process.env), post.staff, cards.staff, ...border, partners.staff, engagement, calculator, statuteBook, ...(calendar === undefined ? [] : [calendarWiring(calendar)])]
  return { staff, public: [guidance, ownCase, calculator, statuteBook, publicOutages, ...partners.public, ...post.public, ...cards.public], reactions: reactionsAt(site, { db, clock, mode }), checks: [], clock, close: async () => {} }
}
