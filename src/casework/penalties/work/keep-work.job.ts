import { sweeping } from '#platform/clock'
import type { Feed } from '#platform/web'
import { lookForWorkEveryMs } from '../limits.ts'
import { compareDue } from '../party/likely-party.store.ts'
import { sweepIfNewDay } from './sweep-cases.store.ts'
import { refreshDue } from './waiting.store.ts'

/** Keeps what cases wait for in step: at once when the database says that one changed, and over all of them when a day begins. */
export const keepWork: Feed = {
  name: 'casework',
  mount: async (part, { db, audience, clock, hub, onFault }) => {
    if (audience === 'public') return
    const sweep = async (): Promise<void> => {
      await refreshDue(db, clock.today())
      await sweepIfNewDay(db, clock)
      if (await compareDue(db)) sweeps.soon()
    }
    const sweeps = sweeping(sweep, lookForWorkEveryMs, (fault) => onFault?.(fault, 'the work lists'))
    const stopHearing = await hub.subscribe((notice) => (notice === undefined || notice.topic === 'casework') && sweeps.soon())
    sweeps.soon()
    part.addHook('onClose', async () => {
      stopHearing()
      await sweeps.close()
    })
  },
}
