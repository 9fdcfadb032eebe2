import { chmod, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { CannotStart, cannotWrite } from '#platform/config'
import { accountForPostgres, barrierTo, type Account } from './embedded-account.ts'
import { embeddedBinaries } from './embedded-binaries.ts'
import { makeCluster, passwordOf, writeSettings } from './embedded-cluster.ts'
import { keepServer, type KeptServer } from './keep-server.ts'
import type { EmbeddedSettings } from './embedded-settings.ts'

/** A PostgreSQL server that this process started and will stop, in a folder of its own. */
export interface EmbeddedServer {
  /** Where to connect: through a socket that only this user can reach, with a password of its own. */
  url(database: string): string
  /** Why it does not run just now; it is started again by itself. */
  fault(): string | undefined
  stop(): Promise<void>
}

export const superuser = 'juxta'

/** Starts the folder's server, making it first if need be, and answers when it takes connections. */
export async function startEmbedded(folder: string, settings: EmbeddedSettings, tell: (what: string) => void = () => {}): Promise<EmbeddedServer> {
  const place = resolve(folder)
  const account = accountForPostgres()
  await prepareFolder(place, account)
  const binaries = await embeddedBinaries(account)
  const cluster = join(place, 'postgres')
  await makeCluster({ binaries, account, folder: place, cluster, durable: settings.durable })
  await writeSettings(cluster, settings, account)
  const password = await passwordOf(place)
  return serverAt(await keepServer({ postgres: binaries.postgres, account, cluster, log: join(place, 'postgres.log'), password }, tell), password)
}

function serverAt({ socketFolder, port, fault, stop }: KeptServer, password: string): EmbeddedServer {
  const host = encodeURIComponent(socketFolder)
  return { url: (database) => `postgresql://${superuser}:${password}@${host}:${port}/${database}`, fault, stop }
}

async function prepareFolder(folder: string, account: Account): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o755 }).catch((fault: unknown) => {
    throw cannotWrite(folder, fault)
  })
  // The folder is this site's own, so letting PostgreSQL's user pass through it opens nothing of anybody else's.
  if (account.uid !== undefined) await chmod(folder, 0o755)
  const barrier = await barrierTo(account, join(folder, 'postgres'))
  if (barrier === undefined) return
  throw new CannotStart(`PostgreSQL may not run as root, and the user it runs as instead may not enter ${barrier}: set JUXTA_DATA_DIR to a folder such as /var/lib/juxta, or run Juxta as a user other than root.`)
}

/** Whether the user that PostgreSQL runs as could work in this folder; always so unless we are root. */
export async function rootMayLend(folder: string): Promise<boolean> {
  return (await barrierTo(accountForPostgres(), join(folder, 'site', 'postgres'))) === undefined
}
