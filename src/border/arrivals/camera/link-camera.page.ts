import { z } from 'zod'
import { change } from '#platform/events'
import { formPage, inBoth } from '#platform/web'
import { cameraRefusals } from '../refusals.ts'
import { keepCameras } from '../rights.ts'
import { cameras } from './camera.store.ts'
import type { CameraLink } from './camera.ts'
import { linkCamera } from './register-camera.ts'

const form = z.object({
  by: z.enum(['post', 'tags', 'broker'], inBoth('Choose how the camera reaches us', 'Choisissez la liaison de la caméra')),
  port: z.coerce.number().int().min(1024).max(65_535).optional().catch(undefined),
  from: z.union([z.ipv4(), z.ipv6()]).optional().catch(undefined),
  url: z.url({ protocol: /^mqtts?$/ }).max(200).optional().catch(undefined),
  topic: z.string().trim().max(200).optional(),
}).superRefine(({ by, port, from, url, topic }, context) => {
  const missing = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message })
  if (by === 'tags' && !port) missing('port', inBoth('Enter a port from 1024 to 65535', 'Indiquez un port de 1024 à 65535'))
  if (by === 'tags' && !from) missing('from', inBoth('Enter the camera’s own address, such as 10.4.0.17', 'Indiquez l’adresse de la caméra, par exemple 10.4.0.17'))
  if (by === 'broker' && !url) missing('url', inBoth('Enter the broker’s address, such as mqtts://broker.example:8883', 'Indiquez l’adresse du courtier, par exemple mqtts://courtier.example:8883'))
  if (by === 'broker' && !topic) missing('topic', inBoth('Enter the topic', 'Indiquez le sujet'))
})

/** How a camera that does not post reaches us. Passwords have no place here: this is kept in the history for good. */
export const linkCameraPage = formPage({
  path: '/cameras/:id/link',
  right: keepCameras,
  template: 'border/arrivals/camera/link-camera.njk',
  params: z.object({ id: z.string().max(100) }),
  form,
  refusals: cameraRefusals,
  show: async ({ id }, { db }) => {
    const camera = await cameras.read(db, id)
    return camera && { id, values: { by: 'post', ...camera.link, ...(camera.link?.by === 'tags' ? { port: String(camera.link.port) } : {}) } }
  },
  submit: async ({ id }, typed, { db, site, by }) => change(db, cameras, { id, by: by() }, (camera) => linkCamera(camera, site, linkFrom(typed))),
  next: () => '/cameras',
  done: { en: 'Saved. The link is opened within a few seconds.', fr: 'Enregistré. La liaison s’ouvre en quelques secondes.' },
})

function linkFrom({ by, port, from, url, topic }: z.output<typeof form>): CameraLink | null {
  if (by === 'tags' && port && from) return { by, port, from }
  return by === 'broker' && url && topic ? { by, url, topic } : null
}
