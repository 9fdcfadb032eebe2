import { sweeping } from '#platform/clock'
import type { Feed } from '#platform/web'
import { isPort } from '#values'
import { imageFolder } from '../plate-read/camera-intake.feed.ts'
import { readImage } from '../plate-read/image-files.feed.ts'
import { imagesKept } from '../plate-read/plate-read.store.ts'
import { answeredAtOnce, answerEveryMs } from './limits.ts'
import { answerRequest, forgetCopies, picturesWanted } from './picture.store.ts'

/** Answers other sites that ask for pictures of this port, and forgets at each site what was asked and sent long ago. */
export const answerRequests: Feed = {
  name: 'pictures',
  mount: async (part, { db, site, audience, clock, dataDir, hub, onFault }) => {
    if (audience === 'public') return
    const answer = async (): Promise<void> => {
      for (let more = isPort(site); more && isPort(site);) {
        const wanted = await picturesWanted(db, site)
        const kept = await imagesKept(db, wanted)
        for (const name of wanted) await answerRequest(db, site, name, kept.has(name) ? await readImage(imageFolder(dataDir, site), name) : undefined)
        more = wanted.length === answeredAtOnce
      }
      await forgetCopies(db, site, clock.now())
    }
    const sweeps = sweeping(answer, answerEveryMs, (fault) => onFault?.(fault, `pictures at ${site}`))
    const deafen = await hub.subscribe((notice) => {
      if (notice === undefined || notice.topic === 'picture') sweeps.soon()
    })
    part.addHook('onClose', async () => {
      deafen()
      await sweeps.close()
    })
  },
}
