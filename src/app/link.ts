import { exitCodes, type Command } from '#platform/cli'
import { CannotStart, siteNamed } from '#platform/config'
import { linkControl } from '#platform/replication'
import { siteName, type Port } from '#values'
import { flagsOf } from './flags.ts'
import { installationFolder } from './installation-folder.ts'

/** `juxta link cut --site calais`: what a severed cable does, for a rehearsal. */
export const linkCommand: Command = {
  name: 'link',
  usage: 'cut|heal --site calais|coquelles|dunkerque',
  summary: 'cut a port off from the centre, or join it again',
  run: async ([act, ...args], io) => {
    const port = portNamed(flagsOf(args, { site: 'text' }).site)
    const control = linkControl(await installationFolder())
    if (act === 'cut') await control.cut(port)
    else if (act === 'heal') await control.heal(port)
    else throw new CannotStart(`juxta link ${act ?? ''}: say cut or heal, and which port with --site.`)
    io.out(act === 'cut' ? `${siteName(port)} is cut off. It goes on working; heal the link to see it catch up.\n` : `${siteName(port)} is joined again.\n`)
    return exitCodes.done
  },
}

function portNamed(text: string | undefined): Port {
  const site = siteNamed(text)
  if (site === 'centre') throw new CannotStart('A link is named by its port: --site calais, coquelles or dunkerque.')
  return site
}
