import { sweeping } from '#platform/clock'
import type { Feed } from '#platform/web'
import type { By } from '#values'
import { doorBeatsEveryMs } from '../limits.ts'
import { noteOpenDoor } from './outage-proposal.store.ts'

/** Writes down that the public door is open while it is, so that the next run can say how long nobody could reach it. */
export const watchPublicDoor: Feed = {
  name: 'the public door',
  mount: async (part, { db, site, clock, onFault }) => {
    let isFirst = true
    const beat = async (): Promise<void> => {
      const by: By = { officerId: 'machine', name: 'Juxta', role: 'machine', site, at: clock.now(), reason: 'The public site opened again' }
      await noteOpenDoor(db, 'public-site', by, isFirst)
      isFirst = false
    }
    const beats = sweeping(beat, doorBeatsEveryMs, (fault) => onFault?.(fault, 'the public door'))
    beats.soon()
    part.addHook('onClose', () => beats.close())
  },
}
