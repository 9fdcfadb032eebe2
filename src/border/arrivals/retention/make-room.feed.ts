import { sweeping } from '#platform/clock'
import { firstIdAt } from '#platform/identity'
import type { Feed } from '#platform/web'
import { epochMsOf, hoursAfter, isPort, type Port } from '#values'
import { makeRoomEveryMs, picturesAtOnce, picturesClearedShownMs, picturesSparedHours } from '../limits.ts'
import { imageFolder } from '../plate-read/camera-intake.feed.ts'
import { removeFiles } from './forget-pictures.feed.ts'
import { keepEvidence, writeDown, type Examined, type Forgetter } from './forget-week.feed.ts'
import { forgetPictures, oldestPictures } from './retention.store.ts'

export interface RoomMaker extends Omit<Forgetter, 'days' | 'site'> {
  readonly site: Port
  readonly imageDir: string
  readonly wantedBytes: number
}

/**
 * Makes room on a full disk: the oldest pictures go, until so many bytes are free or none is left that may go. What something
 * rests on by now is taken among the evidence first, and stays; so does what was taken within hours. Answers how many went.
 */
export async function makeRoom({ imageDir, wantedBytes, ...maker }: RoomMaker): Promise<number> {
  const { db, at, site } = maker
  const before = firstIdAt(epochMsOf(hoursAfter(-picturesSparedHours, at)))
  // A disk may stay full of other things for hours: then there is nothing to look for.
  if ((await oldestPictures(db, before, 1)).length === 0) return 0
  await keepEvidence(maker, site)
  let [freedBytes, pictures] = [0, 0]
  while (freedBytes < wantedBytes) {
    const oldest = await oldestPictures(db, before, picturesAtOnce)
    if (oldest.length === 0) break
    freedBytes += await removeFiles(imageDir, oldest)
    await db.transaction().execute(async (tx) => {
      await forgetPictures(tx, oldest)
      await writeDown(tx, { ...maker, because: 'The disk was nearly full: the oldest pictures that nothing rests on gave way' }, { reads: 0, crossings: 0, pictures: oldest.length })
    })
    pictures += oldest.length
  }
  return pictures
}

/** At a port whose disk is nearly full, as soon as it is and for as long as it stays so. */
export function roomKeeping(examined: Examined): Feed {
  return {
    name: 'room',
    mount: async (part, { db, site, audience, clock, disk, conditions, dataDir, onFault }) => {
      if (disk === undefined || audience === 'public' || !isPort(site)) return
      let shown: NodeJS.Timeout | undefined
      const clear = async (): Promise<void> => {
        if (disk.room() === 'roomy') return
        const cleared = await makeRoom({ db, site, examined, at: clock.now(), today: clock.today(), imageDir: imageFolder(dataDir, site), wantedBytes: disk.missingBytes() })
        if (cleared === 0) return
        conditions?.say('pictures-cleared', true)
        clearTimeout(shown)
        shown = setTimeout(() => conditions?.say('pictures-cleared', false), picturesClearedShownMs)
        shown.unref()
      }
      const clearing = sweeping(clear, makeRoomEveryMs, (fault) => onFault?.(fault, `room at ${site}`))
      disk.onChange((room) => room !== 'roomy' && clearing.soon())
      part.addHook('onClose', async () => {
        clearTimeout(shown)
        await clearing.close()
      })
    },
  }
}
