import { z } from 'zod'
import { change } from '#platform/events'
import { may } from '#platform/identity'
import { action, page } from '#platform/web'
import { cameras, camerasInUse } from '../camera/camera.store.ts'
import { mapCamera } from '../camera/register-camera.ts'
import { cameraRefusals } from '../refusals.ts'
import { keepCameras, seeCameras } from '../rights.ts'
import { mappingsOf } from './mapping.store.ts'

/** The mappings of a port, and which camera is read by which. */
export const mappingsPage = page({
  path: '/cameras/mappings',
  right: seeCameras,
  template: 'border/arrivals/mapping/mappings.njk',
  show: async (_input, { db, site, officer }) => {
    const inUse = [...(await camerasInUse(db, site))].map(([id, { name, mappingId }]) => ({ id, name, mappingId }))
    const mappings = [...(await mappingsOf(db, site))].map(([id, { name, carrier, places }]) => ({ id, name, carrier, fields: Object.keys(places), cameras: inUse.filter(({ mappingId }) => mappingId === id) }))
    return { mappings, cameras: inUse, isPort: site !== 'centre', mayKeep: may(officer, keepCameras) && site !== 'centre' }
  },
})

export const mapCameraAction = action({
  path: '/cameras/:id/mapping',
  right: keepCameras,
  params: z.object({ id: z.string().max(100) }),
  form: z.object({ mappingId: z.uuid().optional() }),
  refusals: cameraRefusals,
  submit: async ({ id }, { mappingId }, { db, site, by }) => change(db, cameras, { id, by: by() }, (camera) => mapCamera(camera, site, mappingId ?? null)),
  next: () => '/cameras/mappings',
  done: { en: 'The camera’s messages are read this way from now on. Those in quarantine can be tried again.', fr: 'Les messages de la caméra sont désormais lus ainsi. Ceux en quarantaine peuvent être réessayés.' },
})
