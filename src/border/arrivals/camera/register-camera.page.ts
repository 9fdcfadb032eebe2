import { z } from 'zod'
import { change } from '#platform/events'
import { action, formPage, inBoth } from '#platform/web'
import { cameraRefusals } from '../refusals.ts'
import { keepCameras } from '../rights.ts'
import { makers } from './camera.ts'
import { keyHash, newKey } from './camera-key.feed.ts'
import { cameras } from './camera.store.ts'
import { keyMinLength } from './limits.ts'
import { makerName } from './maker-words.ts'
import { placeChoices, placeFields } from './place-form.page.ts'
import { registerCamera, retireCamera } from './register-camera.ts'

export const registerCameraPage = formPage({
  path: '/cameras/register',
  right: keepCameras,
  template: 'border/arrivals/camera/register-camera.njk',
  form: z.object({
    ending: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, inBoth('Use small letters, digits and hyphens, such as 3-front', 'Utilisez minuscules, chiffres et tirets, par exemple 3-avant')).max(40),
    ...placeFields,
    maker: z.enum(makers, inBoth('Choose the maker', 'Choisissez le fabricant')),
    key: z.string().min(keyMinLength, inBoth(`The key needs at least ${keyMinLength} characters`, `La clé doit compter au moins ${keyMinLength} caractères`)).max(200),
  }),
  refusals: cameraRefusals,
  show: async (_params, ctx) => ({
    ...placeChoices(ctx),
    values: { key: newKey(), maker: makers[0] },
    prefix: `${ctx.site}-`,
    makers: makers.map((maker) => ({ value: maker, text: makerName(maker, ctx.words) })),
  }),
  submit: async (_params, { ending, name, maker, lane, faces, direction, key }, { db, site, by }) =>
    change(db, cameras, { id: `${site}-${ending}`, by: by() }, (before) => registerCamera(before, { site, name, maker, lane: lane || null, faces: faces ?? null, direction: direction ?? null, keySha256: keyHash(key) })),
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
