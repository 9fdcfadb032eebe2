import { userInfo } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '#platform/clock'
import { exitCodes, type Command, type CommandIo } from '#platform/cli'
import { CannotStart } from '#platform/config'
import { connect, urlOfRunning, type Database } from '#platform/database'
import { isRefused } from '#platform/decisions'
import { change } from '#platform/events'
import { doorOf, identityIn, invitationHours, invitePort, leave, membershipThing, newSecret, sha256Of, writeToken } from '#platform/replication'
import { hoursAfter, isControl, type By, type JoinedPort } from '#values'
import { flagsOf } from './flags.ts'
import { installationFolder } from './installation-folder.ts'

/** `juxta invite --site harwich --name Harwich`: at the centre, a token by which one port may join once. */
export const inviteCommand: Command = {
  name: 'invite',
  usage: '--site PORT --name NAME [--zone Europe/London] [--hours 24] [--address HOST:PORT]',
  summary: 'give out a token by which another port may join',
  run: async (args, io) => {
    const flags = flagsOf(args, { site: 'text', name: 'text', zone: 'text', hours: 'text', address: 'text' })
    const port = newPort(flags.site)
    const { zone = 'Europe/London', name = port } = flags
    const hours = Number(flags.hours ?? invitationHours)
    if (!Intl.supportedValuesOf('timeZone').includes(zone)) throw new CannotStart(`There is no time zone "${zone}": name one as Europe/London.`)
    if (!(hours > 0 && hours <= 720)) throw new CannotStart('--hours is how long the token is good for: more than 0 and at most 720.')
    const door = await doorFrom(flags.address)
    const secret = newSecret()
    const now = systemClock.now()
    const invitedBy = userInfo().username
    await atCentre(async (db) => {
      await change(db, membershipThing, { id: port, by: by('A port is invited') }, () =>
        invitePort({ port, name, zone, tokenSha256: sha256Of(secret), invitedBy, invitedAt: now, expiresAt: hoursAfter(hours, now) }))
    })
    const { fingerprint } = await identityIn(await centreFolder(), 'centre', now)
    const token = writeToken({ port, host: door.host, linkPort: door.port, fingerprint, secret })
    io.out(`${name} may join until ${hoursAfter(hours, now)}, once, with:\n\n  juxta join --token ${token}\n\nHand it over like a password; a new invitation makes this one worthless.\n`)
    return exitCodes.done
  },
}

/** `juxta leave --site harwich`: at the centre, a port that joined is one no more. */
export const leaveCommand: Command = {
  name: 'leave',
  usage: '--site PORT',
  summary: 'let a port that joined leave; what it wrote stays',
  run: async (args, io: CommandIo) => {
    const port = newPort(flagsOf(args, { site: 'text' }).site)
    const decision = await atCentre((db) => change(db, membershipThing, { id: port, by: by('A port leaves') }, (member) => leave(member, systemClock.now())))
    if (isRefused(decision)) throw new CannotStart(`"${port}" is not a port that has joined.`)
    io.out(`${port} has left. What it wrote stays; nothing comes from there or goes there any more. End it at its own machine.\n`)
    return exitCodes.done
  },
}

function by(reason: string): By {
  return { officerId: 'machine', name: userInfo().username, role: 'machine', site: 'centre', at: systemClock.now(), reason }
}

function newPort(text: string | undefined): JoinedPort {
  if (text === undefined || !/^[a-z][a-z0-9]{1,30}$/.test(text)) throw new CannotStart('--site is a short name of the port in small letters, such as harwich.')
  if (isControl(text) || text === 'centre') throw new CannotStart(`${text} is there from the start and needs no invitation.`)
  return text as JoinedPort
}

/** Where the port will reach the centre: as told, or where the centre that runs here listens. */
async function doorFrom(address: string | undefined): Promise<{ readonly host: string; readonly port: number }> {
  if (address === undefined) {
    const door = await doorOf(await centreFolder())
    if (door === undefined) throw new CannotStart('The centre lets no site in yet: start it with JUXTA_REPLICATION_PORT, or say --address HOST:PORT.')
    return door
  }
  const found = /^(.+):(\d+)$/.exec(address)
  if (found?.[1] === undefined) throw new CannotStart('--address is where ports reach the centre: HOST:PORT.')
  return { host: found[1], port: Number(found[2]) }
}

async function centreFolder(): Promise<string> {
  return join(await installationFolder(), 'centre')
}

async function atCentre<Result>(work: (db: Database) => Promise<Result>): Promise<Result> {
  const url = process.env['DATABASE_URL'] ?? (await urlOfRunning(await centreFolder(), 'juxta'))
  if (url === undefined) throw new CannotStart('The centre does not run here: run this on its machine, while it runs.')
  const { db, close } = connect(url)
  return work(db).finally(close)
}
