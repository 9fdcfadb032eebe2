import { z } from 'zod'
import { isRefused, refuse } from '#platform/decisions'
import { formPage, inBoth, type PageContext, type UploadedFile } from '#platform/web'
import { choices, inOneLanguage } from '../bilingual.ts'
import { photoLimitBytes } from '../limits.ts'
import { detectionRefusals } from '../refusals.ts'
import { recordDetections } from '../rights.ts'
import { readDetection } from './detection.store.ts'
import { logLook } from './look.page.ts'
import { photoSubjects, photoSubjectWords, photoTypeOf, type PhotoSubject } from './photo.ts'
import { attachTaken, photoHash, type TakenPhoto } from './photo.store.ts'
import { progress } from './steps.ts'

const uploaded = z.custom<UploadedFile | readonly UploadedFile[]>((file) => typeof file === 'object' && file !== null, inBoth('Choose or take a photograph', 'Choisissez ou prenez une photographie'))

export const photosPage = formPage({
  path: '/detections/:id/photos',
  right: recordDetections,
  template: 'border/examinations/detection/photos.njk',
  params: z.object({ id: z.uuid() }),
  form: z.object({ of: z.enum(photoSubjects, inBoth('Choose what the photograph shows', 'Choisissez ce que montre la photographie')), photo: uploaded }),
  refusals: detectionRefusals,
  subject: ({ id }, { db }) => readDetection(db, id),
  show: async ({ id }, ctx) => {
    const detection = await readDetection(ctx.db, id)
    if (detection === undefined) return undefined
    await logLook(ctx, detection, 'photographs', { reason: 'handling' })
    const asked = detection.papers?.checklist === 'seen' && !detection.photos.some(({ of }) => of === 'checklist')
    return {
      detection, checklistWanted: asked,
      progress: progress(detection, 'photos', ctx.words),
      subjects: choices(photoSubjectWords, ctx.words), subjectWords: inOneLanguage(photoSubjectWords, ctx.words),
      values: { of: asked ? 'checklist' : undefined },
    }
  },
  submit: async ({ id }, { of, photo }, ctx) => {
    const taken = [photo].flat().map(({ bytes }) => takenPhoto(bytes, of, ctx))
    const refused = taken.find((one) => 'refused' in one)
    if (refused !== undefined && isRefused(refused)) return refused
    return attachTaken(ctx.db, { id, by: ctx.by() }, taken.filter((one) => 'photo' in one))
  },
  next: ({ id }) => `/detections/${id}/photos`,
  done: { en: 'The photograph is kept with its hash and the time.', fr: 'La photographie est gardée avec son empreinte et l’heure.' },
})

/** Believes the bytes, not the name or the type the browser gave them. */
function takenPhoto(bytes: Buffer, of: PhotoSubject, { clock, officer }: PageContext): TakenPhoto | ReturnType<typeof refuse> {
  const contentType = photoTypeOf(bytes)
  if (contentType === undefined) return refuse('not-a-photo')
  if (bytes.length > photoLimitBytes) return refuse('photo-too-large')
  return { bytes, photo: { sha256: photoHash(bytes), of, contentType, sizeBytes: bytes.length, attachedAt: clock.now(), attachedBy: officer.name } }
}
