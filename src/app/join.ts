import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { systemClock } from '#platform/clock'
import type { Command } from '#platform/cli'
import { CannotStart } from '#platform/config'
import { askToJoin, identityIn, readToken } from '#platform/replication'
import type { JoinedPort } from '#values'
import { flagsOf } from './flags.ts'
import { installationFolder } from './installation-folder.ts'
import { environmentOf, keepJoined, knowJoined, type JoinedConfig } from './joined-port.ts'
import { freePorts } from './taken-ports.ts'

/** `juxta join --token …`: this machine becomes a port, and runs it. Later starts are `juxta port --site PORT`. */
export const joinCommand: Command = {
  name: 'join',
  usage: '--token TOKEN [--host 127.0.0.1] [--link-port N]',
  summary: 'join as a port with a token from the centre, and run it',
  run: async (args, io) => {
    const flags = flagsOf(args, { token: 'text', host: 'text', 'link-port': 'text' })
    const joined = await joinCentre({ token: flags.token ?? '', host: flags.host ?? '127.0.0.1', linkPort: flags['link-port'] })
    io.out(`${joined.name} has joined. It runs until Ctrl-C; the next time start it with juxta port --site ${joined.port}\n`)
    // A site needs everything; the other commands should not wait for it to load.
    const { runSite } = await import('./run-site.ts')
    return runSite(joined.port, io, environmentOf(joined, process.env))
  },
}

export interface JoinWishes {
  readonly token: string
  readonly host: string
  readonly linkPort: string | undefined
}

/** Asks the centre, and keeps what it answers in the port's folder. */
export async function joinCentre({ token: text, host, linkPort: wished }: JoinWishes): Promise<JoinedConfig> {
  const token = readToken(text)
  if (token === undefined) throw new CannotStart('--token is not whole: copy all of it, as juxta invite printed it.')
  const rootFolder = await installationFolder()
  const identity = await identityIn(join(rootFolder, token.port), token.port, systemClock.now())
  const linkPort = wished === undefined ? (await freePorts(host, 1))[0] ?? 0 : Number(wished)
  const password = randomBytes(24).toString('hex')
  const { name, zone, centreUrl } = await askToJoin({ token, identity, clock: systemClock, host, linkPort, password })
  const joined: JoinedConfig = { port: token.port as JoinedPort, name, zone, centreUrl, host, linkPort, password }
  await keepJoined(rootFolder, joined)
  await knowJoined(rootFolder)
  return joined
}
