import { userInfo } from 'node:os'
import { exitCodes, type Command, type CommandIo } from '#platform/cli'
import { CannotStart, readSiteConfig, siteNamed } from '#platform/config'
import { connect, urlOfRunning } from '#platform/database'
import { linkControl, peersOf, renewLink, repairCommand, standingAlarms, type Repair } from '#platform/replication'
import { siteName, type Port, type Site } from '#values'
import { flagsOf } from './flags.ts'
import { installationFolder } from './installation-folder.ts'
import { knowJoined } from './joined-port.ts'
import { alarmNamed, chosen, repairSite } from './repair-site.ts'
import { replicatedTables } from './replicated-tables.ts'

/** `juxta link cut --site calais`: what a severed cable does, for a rehearsal; and `juxta link repair`, in earnest. */
export const linkCommand: Command = {
  name: 'link',
  usage: 'repair --site SITE [--from SITE] [--alarm NAME] [--certificate SHA256] [--dry-run], cut|heal --site PORT, slow --site PORT --ms N --bytes N, or renew --at SITE --from SITE',
  summary: 'repair a link, or cut, slow and heal one for a rehearsal',
  run: async ([act, ...args], io) => {
    await knowJoined(await installationFolder())
    if (act === 'renew') return renew(args, io)
    if (act === 'repair') return repair(args, io)
    if (act === 'slow') return slow(args, io)
    const port = portNamed(flagsOf(args, { site: 'text' }).site)
    const control = linkControl(await installationFolder())
    if (act === 'cut') await control.cut(port)
    else if (act === 'heal') await control.heal(port)
    else throw new CannotStart(`juxta link ${act ?? ''}: say repair --site SITE, cut or heal --site PORT, slow --site PORT, or renew --at SITE --from SITE.`)
    io.out(act === 'cut' ? `${siteName(port)} is cut off. It goes on working; heal the link to see it catch up.\n` : `${siteName(port)} is joined again.\n`)
    return exitCodes.done
  },
}

/** At the site that runs here: what stands, or the one alarm that is named. Repairs at once, because whatever gives way is set aside. */
async function repair(args: readonly string[], io: CommandIo): Promise<number> {
  const flags = flagsOf(args, { site: 'text', from: 'text', alarm: 'text', certificate: 'text', 'dry-run': 'yes' })
  const here = siteNamed(flags.site)
  const url = await urlOfSite(here)
  const alarm = alarmNamed(flags.alarm)
  const wanted = {
    url, here, byName: userInfo().username,
    ...(alarm === undefined ? {} : { alarm }), ...(flags.from === undefined ? {} : { from: siteNamed(flags.from) }), ...certificateIn(flags.certificate),
  }
  if (flags['dry-run'] === true) return sayWhat(wanted, io)
  const said = await repairSite(wanted)
  io.out(said.length === 0 ? `No alarm stands at ${siteName(here)} that is repaired here.\n` : said.map((sentence) => `${sentence}\n`).join(''))
  return exitCodes.done
}

function certificateIn(text: string | undefined): Pick<Repair, 'certificate'> {
  if (text === undefined) return {}
  if (!/^[0-9a-f]{64}$/.test(text)) throw new CannotStart('--certificate is the fingerprint of a certificate: 64 digits and letters from a to f.')
  return { certificate: text }
}

async function sayWhat(wanted: Parameters<typeof repairSite>[0], io: CommandIo): Promise<number> {
  const { db, close } = connect(wanted.url)
  try {
    const meant = await chosen(wanted, await standingAlarms(db))
    for (const { name, peer, lane } of meant) io.out(`Would repair ${name}${lane === undefined ? '' : ` on the ${lane} lane`}: ${repairCommand({ name, peer, repairAt: wanted.here, about: {} }, wanted.here)}\n`)
    if (meant.length === 0) io.out(`No alarm stands at ${siteName(wanted.here)} that is repaired here.\n`)
  } finally {
    await close()
  }
  return exitCodes.done
}

async function slow(args: readonly string[], io: CommandIo): Promise<number> {
  const flags = flagsOf(args, { site: 'text', ms: 'text', bytes: 'text' })
  const port = portNamed(flags.site)
  const [latencyMs, bytesPerSecond] = [flags.ms ?? '0', flags.bytes ?? '0'].map(Number)
  if (latencyMs === undefined || bytesPerSecond === undefined || !(latencyMs >= 0) || !(bytesPerSecond >= 0)) throw new CannotStart('--ms and --bytes are numbers: milliseconds of delay, and bytes a second (0 for no limit).')
  await linkControl(await installationFolder()).slow(port, { latencyMs, bytesPerSecond })
  io.out(`The link of ${siteName(port)} is slow now; heal it to end that.\n`)
  return exitCodes.done
}

/** For a running site whose copies are to be taken anew, all of them: it forgets them and takes them again, seconds later. */
async function renew(args: readonly string[], io: CommandIo): Promise<number> {
  const flags = flagsOf(args, { at: 'text', from: 'text' })
  const [at, from] = [siteNamed(flags.at), siteNamed(flags.from)]
  if (!peersOf(at).includes(from)) throw new CannotStart(`${siteName(at)} receives nothing from ${siteName(from)} directly: links are between a port and the centre.`)
  await renewLink({ url: await urlOfSite(at), at, from, tables: replicatedTables })
  io.out(`${siteName(at)} has forgotten what came from ${siteName(from)} and takes it again now; the page of links says when it is whole.\n`)
  return exitCodes.done
}

async function urlOfSite(site: Site): Promise<string> {
  const { databaseUrl, folder } = readSiteConfig(site, { ...process.env, JUXTA_DATA_DIR: await installationFolder() })
  const url = databaseUrl ?? (await urlOfRunning(folder, 'juxta'))
  if (url === undefined) throw new CannotStart(`${siteName(site)} does not run here: start it first, because it is the site itself that takes the rows.`)
  return url
}

function portNamed(text: string | undefined): Port {
  const site = siteNamed(text)
  if (site === 'centre') throw new CannotStart('A link is named by its port: --site calais, coquelles or dunkerque.')
  return site
}
