import { mkdtemp, rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { giveTo, type Account } from './embedded-account.ts'
import { waitForPreviousServer } from './embedded-previous.ts'
import { runServer, type RunningServer, type ServerPlan } from './embedded-server.ts'
import { restartFirstMs, restartLastMs } from './limits.ts'

/** A server that is started again, at the same address, whenever it ends unasked. */
export interface KeptServer {
  readonly socketFolder: string
  readonly port: number
  /** Why it does not run just now. */
  fault(): string | undefined
  stop(): Promise<void>
}

/**
 * Starts the server; throws if even the first start fails. Afterwards whatever ends it, it is started again for as long as
 * this process lives: cameras are answered from the disk meanwhile, so a site must not end with its database.
 */
export async function keepServer(plan: Omit<ServerPlan, 'socketFolder'>, tell: (what: string) => void): Promise<KeptServer> {
  const socketFolder = await shortFolder(plan.account)
  const removeSockets = (): Promise<void> => rm(socketFolder, { recursive: true, force: true })
  const first = await runAfterPrevious({ ...plan, socketFolder }).catch(async (fault: unknown) => {
    await removeSockets()
    throw fault
  })
  const stopping = new AbortController()
  const keeper: Keeper = { plan: { ...plan, socketFolder }, tell, stopped: stopping.signal, running: first, fault: undefined }
  const keeping = keepRunning(keeper)
  return {
    socketFolder,
    port: first.port,
    fault: () => keeper.fault,
    stop: async () => {
      stopping.abort()
      await keeper.running.stop()
      await keeping
      await removeSockets()
    },
  }
}

interface Keeper {
  readonly plan: ServerPlan
  readonly tell: (what: string) => void
  readonly stopped: AbortSignal
  running: RunningServer
  fault: string | undefined
}

async function keepRunning(keeper: Keeper): Promise<void> {
  for (;;) {
    keeper.fault = await keeper.running.ended
    if (keeper.stopped.aborted) return
    keeper.tell(`PostgreSQL ended and is started again: ${keeper.fault}`)
    await bringBack(keeper)
    if (keeper.stopped.aborted) return keeper.running.stop()
    keeper.fault = undefined
    keeper.tell('PostgreSQL takes connections again')
  }
}

/** Tries until the server runs or is no longer wanted, after a longer rest each time. */
async function bringBack(keeper: Keeper): Promise<void> {
  for (let waitMs = restartFirstMs; !keeper.stopped.aborted; waitMs = Math.min(waitMs * 2, restartLastMs)) {
    await pause(waitMs, undefined, { signal: keeper.stopped, ref: false }).catch(() => {})
    if (keeper.stopped.aborted) return
    try {
      keeper.running = await runAfterPrevious(keeper.plan)
      return
    } catch (fault) {
      if (String(fault) !== keeper.fault) keeper.tell(`PostgreSQL cannot be started yet: ${String(fault)}`)
      keeper.fault = String(fault)
    }
  }
}

async function runAfterPrevious(plan: ServerPlan): Promise<RunningServer> {
  await waitForPreviousServer(plan.cluster)
  return runServer(plan)
}

/** The path of a socket may have about a hundred characters, so it cannot lie in the data folder. */
async function shortFolder(account: Account): Promise<string> {
  const folder = await mkdtemp('/tmp/juxta-')
  await giveTo(account, folder)
  return folder
}
