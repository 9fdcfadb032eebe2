import { z } from 'zod'
import { isRefused, type Decision } from '#platform/decisions'
import { changeIn } from '#platform/events'
import { parseTarget } from '#platform/outgoing'
import { sealingOf } from '#platform/secrets'
import { formPage, inBoth, type PageContext, type Route } from '#platform/web'
import { passwordOf } from '../line/linked-cameras.feed.ts'
import { cameraRefusals } from '../refusals.ts'
import { keepCameras } from '../rights.ts'
import { saveSecret, secretOf } from './camera-secret.store.ts'
import { cameras } from './camera.store.ts'
import { streamKinds, type CameraEvent, type CameraLink } from './camera.ts'
import { linkCamera, setPassword } from './register-camera.ts'

const ways = ['post', 'tags', 'broker', ...streamKinds, 'socket'] as const
const path = '/cameras/:id/link'

const form = z.object({
  by: z.enum(ways, inBoth('Choose how the camera reaches us', 'Choisissez la liaison de la caméra')),
  port: z.coerce.number().int().min(1024).max(65_535).optional().catch(undefined),
  from: z.union([z.ipv4(), z.ipv6()]).optional().catch(undefined),
  url: z.string().trim().max(200).optional(),
  topic: z.string().trim().max(200).optional(),
  channel: z.coerce.number().int().min(1).max(64).optional().catch(undefined),
  user: z.string().trim().max(100).optional(),
  password: z.string().max(200).optional(),
}).superRefine(({ by, port, from, url = '', topic, user, password }, context) => {
  const missing = (field: string, message: string): void => context.addIssue({ code: 'custom', path: [field], message })
  if (by === 'tags' && !port) missing('port', inBoth('Enter a port from 1024 to 65535', 'Indiquez un port de 1024 à 65535'))
  if (by === 'tags' && !from) missing('from', inBoth('Enter the camera’s own address, such as 10.4.0.17', 'Indiquez l’adresse de la caméra, par exemple 10.4.0.17'))
  const [schemes, like] = addressOf(by)
  if (schemes.length > 0 && parseTarget(url, schemes) === undefined) missing('url', inBoth(`Enter the address with its port, such as ${like}`, `Indiquez l’adresse avec son port, par exemple ${like}`))
  if (by === 'broker' && !topic) missing('topic', inBoth('Enter the topic', 'Indiquez le sujet'))
  if (password && !user) missing('user', inBoth('Enter the user the password belongs to', 'Indiquez l’utilisateur de ce mot de passe'))
})

type Typed = z.output<typeof form>

function addressOf(by: Typed['by']): readonly [readonly string[], string] {
  if (by === 'broker') return [['mqtt', 'mqtts'], 'mqtts://broker.example:8883']
  if (by === 'socket') return [['tcp'], 'tcp://10.4.0.20:35555']
  return isStream(by) ? [['http', 'https'], 'http://10.4.0.17:80'] : [[], '']
}

/** How a camera reaches us. The password is sealed beside the register, where only this port can open it; the history keeps the user’s name. */
export const linkCameraPage: Route = {
  path,
  right: keepCameras,
  mount: (app, host) => formPage({
    path,
    right: keepCameras,
    template: 'border/arrivals/camera/link-camera.njk',
    params: z.object({ id: z.string().max(100) }),
    form,
    refusals: cameraRefusals,
    show: async ({ id }, { db }) => {
      const camera = await cameras.read(db, id)
      const secret = await secretOf(db, id)
      return camera && { id, hasPassword: secret !== undefined, values: { by: 'post', channel: '1', user: secret?.user, ...typedOf(camera.link) } }
    },
    submit: ({ id }, typed, ctx) => save(id, typed, { ...ctx, folder: host.dataDir }),
    next: ({ id }) => `/cameras/${id}`,
    done: { en: 'Saved. The line is opened within a few seconds.', fr: 'Enregistré. La liaison s’ouvre en quelques secondes.' },
  }).mount(app, host),
}

async function save(id: string, typed: Typed, { db, site, by, clock, folder }: PageContext & { readonly folder: string }): Promise<Decision<CameraEvent>> {
  return db.transaction().execute(async (tx) => {
    const decision = await changeIn(tx, cameras, { id, by: by() }, (camera) => linkCamera(camera, site, linkFrom(typed)))
    const { user, password } = typed
    if (isRefused(decision) || !user || !password) return decision
    await saveSecret(tx, { cameraId: id, site, user, sealed: (await sealingOf(folder)).seal(password, passwordOf(id)), setAt: clock.now() })
    return changeIn(tx, cameras, { id, by: by() }, (camera) => setPassword(camera, site, user))
  })
}

function typedOf(link: CameraLink | null) {
  if (link === null) return {}
  return { ...link, ...('port' in link ? { port: String(link.port) } : {}), ...('channel' in link ? { channel: String(link.channel) } : {}) }
}

function linkFrom({ by, port, from, url, topic, channel }: Typed): CameraLink | null {
  if (by === 'tags' && port && from) return { by, port, from }
  if (by === 'broker' && url && topic) return { by, url, topic }
  if (by === 'socket' && url) return { by, url }
  return isStream(by) && url ? { by, url, channel: channel ?? 1 } : null
}

function isStream(by: Typed['by']): by is (typeof streamKinds)[number] {
  return streamKinds.some((kind) => kind === by)
}
