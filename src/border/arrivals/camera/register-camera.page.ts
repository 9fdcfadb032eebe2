import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { change } from '#platform/events'
import { action, formPage, inBoth } from '#platform/web'
import { cameraRefusals } from '../refusals.ts'
import { keepCameras } from '../rights.ts'
import { ends, makers } from './camera.ts'
import { cameras } from './camera.store.ts'
import { keyMinLength } from './limits.ts'
import { makerName } from './maker-words.ts'
import { registerCamera, retireCamera } from './register-camera.ts'

const newKeyBytes = 18

export const registerCameraPage = formPage({
  path: '/cameras/register',
  right: keepCameras,
  template: 'border/arrivals/camera/register-camera.njk',
  form: z.object({
    ending: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, inBoth('Use small letters, digits and hyphens, such as 3-front', 'Utilisez minuscules, chiffres et tirets, par exemple 3-avant')).max(40),
    name: z.string().min(1, inBoth('Say where the camera stands', 'Dites où se trouve la caméra')).max(80),
    maker: z.enum(makers, inBoth('Choose the maker', 'Choisissez le fabricant')),
    lane: z.string().max(20).optional(),
    faces: z.enum(ends).optional(),
    key: z.string().min(keyMinLength, inBoth(`The key needs at least ${keyMinLength} characters`, `La clé doit compter au moins ${keyMinLength} caractères`)).max(200),
  }),
  refusals: cameraRefusals,
  show: async (_params, { site, words }) => ({
    values: { key: randomBytes(newKeyBytes).toString('base64url'), maker: makers[0] },
    prefix: `${site}-`,
    makers: makers.map((maker) => ({ value: maker, text: makerName(maker, words) })),
  }),
  submit: async (_params, { ending, name, maker, lane, faces, key }, { db, site, by }) => {
    const keySha256 = createHash('sha256').update(key).digest('hex')
    return change(db, cameras, { id: `${site}-${ending}`, by: by() }, (before) => registerCamera(before, { site, name, maker, lane: lane || null, faces: faces ?? null, keySha256 }))
  },
  next: () => '/cameras',
  done: { en: 'The camera is registered. Its key is kept only as a hash.', fr: 'La caméra est enregistrée. Seule l’empreinte de sa clé est conservée.' },
})

export const retireCameraAction = action({
  path: '/cameras/:id/retire',
  right: keepCameras,
  params: z.object({ id: z.string().max(100) }),
  refusals: cameraRefusals,
  submit: async ({ id }, _form, { db, site, by }) => change(db, cameras, { id, by: by() }, (camera) => retireCamera(camera, site)),
  next: () => '/cameras',
  done: { en: 'The camera is retired. Its messages are refused from now on.', fr: 'La caméra est retirée. Ses messages sont désormais refusés.' },
})
