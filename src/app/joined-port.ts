import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Environment } from '#platform/config'
import { knowPlaces, type JoinedPort } from '#values'

/** What a port that joined keeps in its folder, to start again without a token. */
export interface JoinedConfig {
  readonly port: JoinedPort
  readonly name: string
  readonly zone: string
  readonly centreUrl: string
  readonly host: string
  readonly linkPort: number
  /** What the centre signs in to this port's database with. */
  readonly password: string
}

const fileIn = (folder: string): string => join(folder, 'link', 'joined.json')

export async function keepJoined(rootFolder: string, joined: JoinedConfig): Promise<void> {
  const folder = join(rootFolder, joined.port)
  await mkdir(join(folder, 'link'), { recursive: true, mode: 0o755 })
  await writeFile(fileIn(folder), JSON.stringify(joined), { mode: 0o600 })
  await chmod(fileIn(folder), 0o600)
}

/** Makes the ports that have joined on this machine known to this process, so that commands may name them. */
export async function knowJoined(rootFolder: string): Promise<readonly JoinedConfig[]> {
  const folders = await readdir(rootFolder).catch(() => [])
  const kept = await Promise.all(folders.map((name) => readFile(fileIn(join(rootFolder, name)), 'utf8').catch(() => undefined)))
  const joined = kept.flatMap((text) => (text === undefined ? [] : [JSON.parse(text) as JoinedConfig]))
  knowPlaces(joined.map(({ port, name, zone }) => ({ port, name, zone, hasLeft: false })))
  return joined
}

/** The settings of a port that joined, in the words of the environment; what is set there by hand goes before. */
export function environmentOf({ centreUrl, host, linkPort, password }: JoinedConfig, given: Environment): Environment {
  return { JUXTA_PEER_CENTRE: centreUrl, JUXTA_REPLICATION_HOST: host, JUXTA_REPLICATION_PORT: String(linkPort), JUXTA_REPLICATION_PASSWORD: password, ...given }
}
