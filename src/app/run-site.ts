import { exitCodes, type CommandIo } from '#platform/cli'
import { CannotStart, readSiteConfig } from '#platform/config'
import type { Site } from '#values'
import { startSite } from './start-site.ts'
import { toldToStop } from './told-to-stop.ts'
import { tellParent } from './parent.ts'

/** Runs one site in this process until a signal, the end of its parent, or the end of its database. */
export async function runSite(site: Site, io: CommandIo): Promise<number> {
  const stopped = toldToStop()
  try {
    const running = await startSite(readSiteConfig(site, process.env), (step) => tellParent({ step }))
    tellParent({ ready: running.addresses })
    void running.joined.then(() => tellParent({ joined: true }))
    const reason = await Promise.race([stopped, running.ended])
    await running.stop()
    return reason === undefined ? exitCodes.done : complain(reason, io)
  } catch (fault) {
    if (!(fault instanceof CannotStart)) throw fault
    return complain(fault.message, io)
  }
}

function complain(reason: string, io: CommandIo): number {
  io.err(`${reason}\n`)
  tellParent({ reason })
  return exitCodes.failed
}
