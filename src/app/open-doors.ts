import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { ClockWatch } from '#platform/clock'
import { CannotStart, systemCode, type SiteConfig } from '#platform/config'
import type { Connection } from '#platform/database'
import type { Conditions, DiskWatch, ReadyCheck } from '#platform/health'
import type { Log } from '#platform/log'
import { buildApp, type AppOptions, type Feed, type Wiring } from '#platform/web'
import type { Mounted } from './wirings.ts'

/** A web application that listens. */
export interface Door {
  readonly app: FastifyInstance
  readonly address: string
}

export interface DoorPlan {
  readonly config: SiteConfig
  readonly url: string
  readonly mounted: Mounted
  readonly health: Feed
  readonly watch: (check: ReadyCheck) => void
  readonly connection: Connection
  readonly log: Log
  readonly disk: DiskWatch
  readonly conditions: Conditions
  readonly clockWatch: ClockWatch
}

/** Opens the staff door, and at the centre the public one beside it. */
export async function openDoors(plan: DoorPlan): Promise<readonly Door[]> {
  const { config, mounted } = plan
  const staff = await openDoor(plan, 'staff', mounted.staff, config.port)
  if (config.site !== 'centre') return [staff]
  try {
    return [staff, await openDoor(plan, 'public', mounted.public, config.publicPort)]
  } catch (fault) {
    await staff.app.close()
    throw fault
  }
}

async function openDoor(plan: DoorPlan, audience: 'staff' | 'public', wirings: readonly Wiring[], port: number): Promise<Door> {
  const app = await buildApp(appOptions(plan, audience, wirings))
  try {
    return { app, address: await listenOn(app, plan.config.host, port) }
  } catch (fault) {
    await app.close()
    throw fault
  }
}

function appOptions({ config, url, mounted, health, watch, connection, log, disk, conditions, clockWatch }: DoorPlan, audience: 'staff' | 'public', wirings: readonly Wiring[]): AppOptions {
  return {
    audience,
    site: config.site,
    mode: config.mode,
    db: connection.db,
    databaseUrl: url,
    clock: mounted.clock,
    dataDir: config.folder,
    publicUrl: audience === 'staff' ? config.publicUrl : config.publicDoorUrl,
    publicDoorUrl: config.publicDoorUrl,
    wirings: [...wirings, { feeds: [health] }],
    watch: (name, fault) => watch({ name, fault }),
    disk,
    conditions,
    clockWatch,
    onFault: (fault, reference) => log.error({ err: fault, reference }, 'a page failed'),
  }
}

async function listenOn(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (fault) {
    throw cannotListen(host, port, fault)
  }
  return `http://localhost:${(app.server.address() as AddressInfo).port}`
}

export function cannotListen(host: string, port: number, fault: unknown): unknown {
  const code = systemCode(fault)
  if (code === 'EADDRINUSE') return new CannotStart(`Port ${port} is taken by another program, perhaps another Juxta: end that program, or choose other ports (juxta demo --first-port 4700, or JUXTA_PORT for one site).`)
  if (code === 'EACCES') return new CannotStart(`This user may not open port ${port}: choose one above 1023 (juxta demo --first-port 4600, or JUXTA_PORT for one site).`)
  if (code === 'EADDRNOTAVAIL') return new CannotStart(`This machine has no address ${host}: set JUXTA_HOST to one it has.`)
  return fault
}
