import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { checkExport, writeExport } from '#casework/penalties'
import { exitCodes, type Command, type CommandIo } from '#platform/cli'
import { systemClock } from '#platform/clock'
import { CannotStart } from '#platform/config'
import type { By } from '#values'
import { atDatabaseOf } from './at-database-of.ts'
import { flagsOf } from './flags.ts'

/** `juxta export --to FOLDER --why REASON`: all that casework holds, as CSV and files with a manifest, read back before it says done. */
export const exportCommand: Command = {
  name: 'export',
  usage: '--to FOLDER --why REASON | --check FOLDER',
  summary: 'write all that casework holds as CSV, files and a manifest of hashes; or check such a folder',
  run: async (args, io) => {
    const { to, why, check } = flagsOf(args, { to: 'text', why: 'text', check: 'text' })
    if (check !== undefined) return report(resolve(check), io)
    if (to === undefined || why === undefined || why.trim() === '') throw new CannotStart('Say where it goes and why: juxta export --to FOLDER --why "Handed to the inspectors". The reason is kept in the log of looks.')
    const folder = resolve(to)
    await atDatabaseOf('centre', (db) => writeExport(db, { folder, by: by(why) }))
    return report(folder, io)
  },
}

function by(reason: string): By {
  return { officerId: 'machine', name: userInfo().username, role: 'machine', site: 'centre', at: systemClock.now(), reason }
}

async function report(folder: string, io: CommandIo): Promise<number> {
  const checked = await checkExport(folder)
  io.out(`${JSON.stringify({ folder, ...checked, ok: checked.problems.length === 0 }, null, 2)}\n`)
  return checked.problems.length === 0 ? exitCodes.done : exitCodes.failed
}
