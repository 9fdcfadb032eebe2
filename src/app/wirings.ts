import type { Clock } from '#platform/clock'
import type { Mode } from '#platform/config'
import type { Database } from '#platform/database'
import type { Reaction } from '#platform/events'
import type { ReadyCheck } from '#platform/health'
import type { Wiring } from '#platform/web'
import type { Site } from '#values'
import { arrivals } from '../border/arrivals/wire.ts'
import { examinations } from '../border/examinations/wire.ts'
import { engagement } from '../oversight/engagement/wire.ts'
import { providerIn } from './sign-in/provider-in.ts'
import { signIn } from './sign-in/wire.ts'
import { reactionsAt } from './reactions.ts'

/** What a site's contexts are built from. */
export interface SiteParts {
  readonly site: Site
  readonly mode: Mode
  readonly db: Database
  readonly databaseUrl: string
  readonly folder: string
  readonly clock: Clock
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
  const { site, clock } = parts
  const border: readonly Wiring[] = [signIn(providerIn(process.env)), arrivals, examinations]
  const centre: readonly Wiring[] = [engagement]
  const staff = site === 'centre' ? [...border, ...centre] : border
  return { staff, public: [], reactions: reactionsAt(site), checks: [], clock, close: async () => {} }
}
