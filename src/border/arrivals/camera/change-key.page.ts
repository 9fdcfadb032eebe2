import { z } from 'zod'
import { change } from '#platform/events'
import { formPage, inBoth } from '#platform/web'
import { cameraRefusals } from '../refusals.ts'
import { keepCameras } from '../rights.ts'
import { keyHash, newKey } from './camera-key.feed.ts'
import { cameras } from './camera.store.ts'
import { formerKeyMs, keyMinLength } from './limits.ts'
import { changeKey } from './register-camera.ts'

/** A new key, shown here and nowhere again. The one before it is taken for half a day, so that no read is lost on the way to the camera. */
export const changeKeyPage = formPage({
  path: '/cameras/:id/key',
  right: keepCameras,
  template: 'border/arrivals/camera/change-key.njk',
  params: z.object({ id: z.string().max(100) }),
  form: z.object({ key: z.string().min(keyMinLength, inBoth(`The key needs at least ${keyMinLength} characters`, `La clé doit compter au moins ${keyMinLength} caractères`)).max(200) }),
  refusals: cameraRefusals,
  show: async ({ id }, { db }) => {
    const camera = await cameras.read(db, id)
    return camera && { id, name: camera.name, formerHours: formerKeyMs / 3_600_000, values: { key: newKey() } }
  },
  submit: async ({ id }, { key }, { db, site, by, clock }) => change(db, cameras, { id, by: by() }, (camera) => changeKey(camera, site, { keySha256: keyHash(key), now: clock.now() })),
  next: ({ id }) => `/cameras/${id}`,
  done: { en: 'The new key counts. It is kept only as a hash.', fr: 'La nouvelle clé est valable. Seule son empreinte est conservée.' },
})
