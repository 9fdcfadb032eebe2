import { epochMsOf, isPort, type Port } from '#values'
import { sweeping } from '#platform/clock'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { newId } from '#platform/identity'
import type { Feed } from '#platform/web'
import { endFaults, openFaults, raiseFault } from './camera-fault.store.ts'
import { cameraHabits, countHabits } from './camera-habit.store.ts'
import { cameraHealth, clockErrors } from './camera-health.store.ts'
import { habitsFreshMs, judgeEveryMs } from './limits.ts'

/** Raises a fault for each camera of this port that has one, and ends those that are over. A fault that goes on keeps its beginning. */
export async function judgeCameras({ db, port, clock }: { readonly db: Database; readonly port: Port; readonly clock: Clock }): Promise<void> {
  const now = clock.now()
  const [cameras, open] = await Promise.all([cameraHealth(db, port, now), openFaults(db, port)])
  const found = cameras.flatMap(({ id, faults }) => faults.map((measured) => ({ cameraId: id, measured })))
  const isSame = (one: { readonly cameraId: string; readonly measured: { readonly fault: string } }) => (other: typeof one): boolean => one.cameraId === other.cameraId && one.measured.fault === other.measured.fault
  const begun = found.filter((fault) => !open.some(isSame(fault)))
  const over = open.filter((fault) => !found.some(isSame(fault)))
  if (begun.length + over.length === 0) return
  await db.transaction().execute(async (tx) => {
    for (const fault of begun) await raiseFault(tx, { ...fault, id: newId(), site: port, since: now })
    await endFaults(tx, over.map(({ id }) => id), now)
  })
}

/** Looks at the cameras of a port once a minute, and at their habits every ten. */
export const watchCameras: Feed = {
  name: 'camera-faults',
  mount: async (part, { db, site, audience, clock, conditions, onFault }) => {
    if (!isPort(site) || audience === 'public') return
    let countedAtMs = -Infinity
    let doubted = false
    const sayDoubt = (secondsOut: number): void => {
      if (doubted !== (secondsOut !== 0)) conditions?.say('clock-doubted', secondsOut !== 0)
      doubted = secondsOut !== 0
    }
    const judge = async (): Promise<void> => {
      const now = clock.now()
      if (epochMsOf(now) - countedAtMs > habitsFreshMs) {
        await countHabits(db, site, now)
        countedAtMs = epochMsOf(now)
      }
      await judgeCameras({ db, port: site, clock })
      sayDoubt(clockErrors(await cameraHealth(db, site, now), await cameraHabits(db, site, now)).get(site) ?? 0)
    }
    const judging = sweeping(judge, judgeEveryMs, (fault) => onFault?.(fault, `cameras at ${site}`))
    part.addHook('onClose', () => judging.close())
  },
}
