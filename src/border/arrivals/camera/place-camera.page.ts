import { z } from 'zod'
import { change } from '#platform/events'
import { formPage } from '#platform/web'
import { cameraRefusals } from '../refusals.ts'
import { keepCameras } from '../rights.ts'
import { cameras } from './camera.store.ts'
import { placeChoices, placeFields } from './place-form.page.ts'
import { placeCamera } from './register-camera.ts'

/** For a camera that was moved, or registered for the wrong lane. */
export const placeCameraPage = formPage({
  path: '/cameras/:id/place',
  right: keepCameras,
  template: 'border/arrivals/camera/place-camera.njk',
  params: z.object({ id: z.string().max(100) }),
  form: z.object(placeFields),
  refusals: cameraRefusals,
  show: async ({ id }, ctx) => {
    const camera = await cameras.read(ctx.db, id)
    return camera && { id, ...placeChoices(ctx), values: camera }
  },
  submit: async ({ id }, { name, lane, faces, direction }, { db, site, by }) =>
    change(db, cameras, { id, by: by() }, (camera) => placeCamera(camera, site, { name, lane: lane || null, faces: faces ?? null, direction: direction ?? null })),
  next: ({ id }) => `/cameras/${id}`,
  done: { en: 'The place is corrected.', fr: 'L’emplacement est corrigé.' },
})
