import { exitCodes, type CommandIo } from '#platform/cli'
import { CannotStart, diskFull, readSiteConfig, type Environment } from '#platform/config'
import type { Site } from '#values'
import { startSite } from './start-site.ts'
import { toldToStop } from './told-to-stop.ts'
import { tellParent } from './parent.ts'

/** Runs one site in this process until a signal or the end of its parent. */
export async function runSite(site: Site, io: CommandIo, environment: Environment = process.env): Promise<number> {
  const stopped = toldToStop()
  const config = readSiteConfig(site, environment)
  try {
    const running = await startSite(config, (step) => tellParent({ step }))
    tellParent({ ready: running.addresses })
    void running.joined.then(() => tellParent({ joined: true }))
    await stopped
    await running.stop()
    return exitCodes.done
  } catch (fault) {
    const said = fault instanceof CannotStart ? fault : diskFull(config.folder, fault)
    if (said !== undefined) return complain(said.message, io)
    tellParent({ reason: `it failed in a way nobody expected (${String(fault)}); ${config.logFile ?? 'its log'} may say more` })
    throw fault
  }
}

function complain(reason: string, io: CommandIo): number {
  io.err(`${reason}\n`)
  tellParent({ reason })
  return exitCodes.failed
}
