import type { FastifyInstance } from 'fastify'
import { systemClock, watchClock } from '#platform/clock'
import type { SiteConfig } from '#platform/config'
import { connect, listen, type Connection } from '#platform/database'
import { startReacting } from '#platform/events'
import { healthFeed, keepConditions, type DiskWatch, type ReadyCheck } from '#platform/health'
import { openLog, type Log } from '#platform/log'
import { startReplicating } from '#platform/replication'
import { setWallZone, siteName, zoneOf } from '#values'
import { openDoors } from './open-doors.ts'
import { databaseChecks } from './ready-checks.ts'
import { replicatedTables } from './replicated-tables.ts'
import { linkAlarms, siteMetrics } from './site-metrics.ts'
import { sayClockSet } from './say-clock-set.ts'
import { diskOf, sayRoom } from './site-disk.ts'
import { openSiteDatabase, type Progress, type SiteDatabase } from './site-database.ts'
import { closingStack, type ClosingStack } from './closing-stack.ts'
import { mountContexts, type Mounted } from './wirings.ts'

/** One site at work: its database, its pages, its feeds and its reactions. */
export interface RunningSite {
  readonly log: Log
  readonly addresses: readonly string[]
  /** Resolves when rows arrive from every peer. */
  readonly joined: Promise<void>
  stop(): Promise<void>
}

/** Starts a site from what its configuration says; what had been started is stopped again if a later step fails. */
export async function startSite(config: SiteConfig, tell: Progress): Promise<RunningSite> {
  const log = openLog(config.site, config.logFile)
  const progress: Progress = (step) => {
    log.info(step)
    tell(step)
  }
  const closing = closingStack((fault) => log.error(fault, 'while stopping'))
  try {
    // First of all, because a database on a full disk starts only in the room that was kept in reserve.
    const disk = await diskOf(config, log)
    closing.add(disk.close)
    const database = await openSiteDatabase(config, progress)
    closing.add(database.stop)
    const { addresses, joined } = await openSite(config, database, { log, closing, progress, disk })
    progress(`open at ${addresses.join(' and ')}`)
    return { log, addresses, joined, stop: closing.close }
  } catch (fault) {
    await closing.close()
    throw fault
  }
}

interface Around {
  readonly log: Log
  readonly progress: Progress
  readonly closing: ClosingStack
  readonly disk: DiskWatch
}

async function openSite(config: SiteConfig, { url, fault }: SiteDatabase, { log, closing, progress, disk }: Around): Promise<Pick<RunningSite, 'addresses' | 'joined'>> {
  const connection = connect(url, (fault) => log.warn(fault, 'a database connection ended'))
  closing.add(connection.close)
  const replicating = await startReplicating({
    config, url, log, db: connection.db, clock: systemClock, tables: replicatedTables,
    onJoined: (peer) => progress(`joined with ${siteName(peer)}`),
  })
  closing.add(replicating.close)
  // A port that joined is known by now, with its time.
  setWallZone(zoneOf(config.site))
  const conditions = keepConditions({ db: connection.db, site: config.site, clock: systemClock, onFault: (fault) => log.warn(fault, 'a condition could not be written yet') })
  closing.add(conditions.close)
  disk.onChange((room) => sayRoom(room, conditions))
  const clockWatch = watchClock(systemClock, (bySeconds) => sayClockSet(bySeconds, { log, conditions }))
  closing.add(clockWatch.close)
  const mounted = await mountContexts({ ...config, db: connection.db, databaseUrl: url, clock: systemClock })
  closing.add(mounted.close)
  await react(connection, url, mounted, { log, closing })
  const checks: ReadyCheck[] = [...databaseChecks(connection.db, fault), ...mounted.checks]
  const health = healthFeed(checks, siteMetrics(connection.db, config.site), () => linkAlarms(connection.db, config.site))
  const doors = await openDoors({ config, url, mounted, health, connection, log, disk, conditions, clockWatch, watch: (check) => checks.push(check) })
  closing.add(async () => {
    await Promise.all(doors.map(({ app }: { app: FastifyInstance }) => app.close()))
  })
  return { addresses: doors.map(({ address }) => address), joined: replicating.joined }
}

async function react({ db }: Connection, url: string, { reactions }: Mounted, { log, closing }: Pick<Around, 'log' | 'closing'>): Promise<void> {
  const reacting = startReacting(db, reactions, (fault, entry) => log.error({ err: fault, entry: entry.id, type: entry.type }, 'a reaction failed and will be tried again'))
  closing.add(reacting.close)
  const listening = await listen(url, ({ topic }) => topic === 'history' && reacting.wake(), reacting.wake)
  closing.add(listening.close)
}
