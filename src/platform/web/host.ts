import type { Clock, ClockWatch } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Conditions, DiskWatch } from '#platform/health'
import type { Site } from '#values'
import type { Stream } from './event-stream.ts'
import type { NoticeHub } from './notice-hub.ts'
import type { Look } from './look.ts'
import type { Wiring } from './wiring.ts'

/** What a process says when it opens a site to browsers. */
export interface AppOptions {
  readonly site: Site
  /** `public` is the door for drivers and hauliers: no sign-in, one thing on a page. */
  readonly audience?: 'staff' | 'public'
  readonly db: Database
  /** Where live pages hear the database's notices. */
  readonly databaseUrl: string
  readonly clock: Clock
  readonly wirings: readonly Wiring[]
  /** `demo` marks every page and opens the living page of pieces. */
  readonly mode: 'demo' | 'production'
  /** Session keys are kept here, readable by this process's user alone. */
  readonly dataDir: string
  /** The address people type; `https` makes cookies secure and turns on strict transport. */
  readonly publicUrl: string
  /** The address of the public door as people type it, for what is sent to them; absent where there is none. */
  readonly publicDoorUrl?: string
  /** Called with every failure a page did not expect, beside the reference shown to the reader. */
  readonly onFault?: (fault: unknown, reference: string) => void
  /** A feed that must run for the site to be ready names itself here; it answers what is wrong, or nothing. */
  readonly watch?: (name: string, fault: () => Promise<string | undefined>) => void
  /** The room on the disk that the site's files are on, where somebody looks after it. */
  readonly disk?: Pick<DiskWatch, 'room' | 'missingBytes' | 'onChange'>
  /** Says what holds at this site, so that boards show it. */
  readonly conditions?: Pick<Conditions, 'say'>
  /** How far the machine's clock has been set since the process began, where somebody watches. */
  readonly clockWatch?: Pick<ClockWatch, 'setSeconds'>
}

/** The options with what the web kit adds once, when the app is built. */
export interface Host extends AppOptions {
  readonly audience: 'staff' | 'public'
  readonly look: Look
  readonly hub: NoticeHub
  /** Live pages open now; each is ended when the process stops. */
  readonly streams: Set<Stream>
}
