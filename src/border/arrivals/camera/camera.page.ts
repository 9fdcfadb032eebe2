import { z } from 'zod'
import { dayOf, wallZone } from '#values'
import { historyOf, type HistoryEntry } from '#platform/events'
import { may } from '#platform/identity'
import { page, roleWords, type PageContext } from '#platform/web'
import { keepCameras, seeCameras } from '../rights.ts'
import { cameraHappened } from './camera-history-words.ts'
import { cameraHealth } from './camera-health.store.ts'
import { secretOf } from './camera-secret.store.ts'
import { healthView } from './health-view.page.ts'

/** One camera: how it does, how it reaches us, and what people have decided about it. */
export const cameraPage = page({
  path: '/cameras/:id',
  right: seeCameras,
  template: 'border/arrivals/camera/camera.njk',
  params: z.object({ id: z.string().max(100) }),
  show: async ({ params: { id } }, ctx) => {
    const { db, site, officer, clock } = ctx
    const camera = (await cameraHealth(db, site, clock.now())).find((each) => each.id === id)
    if (camera === undefined) return undefined
    const [secret, history] = await Promise.all([secretOf(db, id), historyOf(db, 'camera', id)])
    return {
      camera: healthView(camera, ctx), link: camera.link, user: secret?.user, passwordSetAt: secret?.setAt,
      entries: history.toReversed().map((entry) => inWords(entry, ctx)),
      mayKeep: may(officer, keepCameras) && camera.site === site && camera.state === 'in-use',
      now: clock.now(),
    }
  },
})

function inWords({ type, by }: HistoryEntry, { words }: PageContext) {
  return { at: by.at, on: dayOf(by.at, wallZone()), text: cameraHappened(type, words), by: by.name, role: by.role === 'machine' ? words('machine', 'machine') : roleWords(by.role, words), reason: by.reason }
}
