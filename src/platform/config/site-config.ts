import { join, resolve } from 'node:path'
import { isSite, sites, type Site } from '#values'
import { CannotStart } from './cannot-start.ts'

export type Mode = 'demo' | 'production'

/** All that the outside says to one site's process. Names and defaults are listed in docs/operations/settings.md. */
export interface SiteConfig {
  readonly site: Site
  readonly mode: Mode
  /** The folder of the whole installation: one of each site beneath it, and what they share on one machine. */
  readonly rootFolder: string
  /** This site's own folder. */
  readonly folder: string
  /** A PostgreSQL server that somebody else runs; without it the site runs its own. */
  readonly databaseUrl?: string
  readonly host: string
  readonly port: number
  /** The door for drivers and hauliers; only the centre has one. */
  readonly publicPort: number
  /** The address people type to reach the staff door. */
  readonly publicUrl: string
  /** The same for the public door. */
  readonly publicDoorUrl: string
  /** Where other sites come in, by certificate, and the password with which they then ask the database for rows. */
  readonly replication?: { readonly host: string; readonly port: number; readonly password: string }
  /** The databases of the sites this one exchanges rows with. */
  readonly peers: Readonly<Partial<Record<Site, string>>>
  readonly logFile?: string
  /** Room kept free on the site's disk for the hour when it is full; a default of the disk's own watch without it. */
  readonly reserveMb?: number
}

export type Environment = Readonly<Record<string, string | undefined>>

export const defaultFolder = '.juxta'
export const defaultFirstPort = 4600

/** What each site adds to the first port: staff of the centre, the public door, then the ports. */
const offsets: Readonly<Partial<Record<Site | 'public', number>>> = { centre: 0, public: 1, calais: 11, coquelles: 12, dunkerque: 13 }

/** A port that joined says itself where it is open; until it does, it is the one after the controls. */
const joinedOffset = 14

export function portOf(site: Site | 'public', firstPort: number = defaultFirstPort): number {
  return firstPort + (offsets[site] ?? joinedOffset)
}

export function readSiteConfig(site: Site, env: Environment): SiteConfig {
  const rootFolder = resolve(env['JUXTA_DATA_DIR'] ?? defaultFolder)
  const port = portIn(env, 'JUXTA_PORT') ?? portOf(site)
  const publicPort = portIn(env, 'JUXTA_PUBLIC_PORT') ?? portOf('public')
  return {
    site, rootFolder, port, publicPort,
    mode: modeIn(env),
    folder: join(rootFolder, site),
    host: env['JUXTA_HOST'] ?? '127.0.0.1',
    publicUrl: env['JUXTA_URL'] ?? `http://localhost:${port}`,
    publicDoorUrl: env['JUXTA_PUBLIC_URL'] ?? `http://localhost:${publicPort}`,
    peers: peersIn(env),
    ...given('databaseUrl', env['DATABASE_URL']),
    ...given('logFile', env['JUXTA_LOG_FILE']),
    ...reserveIn(env),
    ...given('replication', replicationIn(env)),
  }
}

function given<Name extends string, Value>(name: Name, value: Value | undefined): { readonly [name in Name]?: Value } {
  return value === undefined || value === '' ? {} : ({ [name]: value } as { readonly [name in Name]?: Value })
}

function modeIn(env: Environment): Mode {
  const mode = env['JUXTA_MODE'] ?? 'demo'
  if (mode === 'demo' || mode === 'production') return mode
  throw new CannotStart(`JUXTA_MODE is "${mode}": it must be demo or production.`)
}

function portIn(env: Environment, name: string): number | undefined {
  const text = env[name]
  if (text === undefined || text === '') return undefined
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new CannotStart(`${name} is "${text}": it must be a port number from 0 to 65535.`)
}

function reserveIn(env: Environment): Pick<SiteConfig, 'reserveMb'> {
  const text = env['JUXTA_RESERVE_MB']
  if (text === undefined || text === '') return {}
  const reserveMb = Number(text)
  if (Number.isInteger(reserveMb) && reserveMb >= 8 && reserveMb <= 65_536) return { reserveMb }
  throw new CannotStart(`JUXTA_RESERVE_MB is "${text}": it must be a whole number of megabytes from 8 to 65536.`)
}

function replicationIn(env: Environment): SiteConfig['replication'] | undefined {
  const port = portIn(env, 'JUXTA_REPLICATION_PORT')
  if (port === undefined) return undefined
  const password = env['JUXTA_REPLICATION_PASSWORD'] ?? ''
  if (password === '') throw new CannotStart('JUXTA_REPLICATION_PORT is set and JUXTA_REPLICATION_PASSWORD is not: give the password that other sites replicate with.')
  return { host: env['JUXTA_REPLICATION_HOST'] ?? '127.0.0.1', port, password }
}

/** `JUXTA_PEER_CENTRE=postgresql://replicator:...@host/juxta`, one for each site to exchange rows with. */
function peersIn(env: Environment): SiteConfig['peers'] {
  const named = sites.map((site) => [site, env[`JUXTA_PEER_${site.toUpperCase()}`]] as const)
  return Object.fromEntries(named.filter(([, url]) => url !== undefined && url !== ''))
}

/** One that is there from the start, or has joined and is known to this process. */
export function siteNamed(text: string | undefined): Site {
  if (text !== undefined && isSite(text)) return text
  throw new CannotStart(`${text === undefined ? 'No site was named' : `There is no site "${text}"`}: name one of ${sites.join(', ')}.`)
}
