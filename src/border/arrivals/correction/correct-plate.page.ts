import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { change, recordLook } from '#platform/events'
import { formPage, inBoth } from '#platform/web'
import { plate, siteName } from '#values'
import { readCrossing } from '../crossing/crossing.store.ts'
import { plateTypedMax, reasonLengthMax } from '../limits.ts'
import { storedEvidence } from '../plate-read/stored-evidence.store.ts'
import { hitRefusals } from '../refusals.ts'
import { handleHits } from '../rights.ts'
import { correctPlate } from './correct-plate.ts'
import { plateCorrection } from './correction.store.ts'

const needed = inBoth('Type the plate as you see it', 'Saisissez la plaque telle que vous la voyez')

export const correctPlatePage = formPage({
  path: '/crossings/:id/plates/:plate/correct',
  right: handleHits,
  template: 'border/arrivals/correction/correct-plate.njk',
  params: z.object({ id: z.uuid(), plate: z.uuid() }),
  form: z.object({
    truePlate: z.string(needed).max(plateTypedMax, needed).transform(plate).refine((text) => /^[A-Z0-9]{2,}$/.test(text), needed),
    because: z.string(inBoth('Say how you know', 'Dites comment vous le savez')).min(3, inBoth('Say how you know', 'Dites comment vous le savez')).max(reasonLengthMax),
  }),
  refusals: hitRefusals,
  subject: ({ id }, { db }) => readCrossing(db, id).then((crossing) => crossing && { site: crossing.site }),
  show: async ({ id, plate: plateId }, { db, site, by, words }) => {
    const crossing = await readCrossing(db, id)
    const shown = crossing?.plates.find((one) => one.id === plateId)
    if (crossing === undefined || shown === undefined) return undefined
    await recordLook(db, { by: by(words('Opened a plate to correct it', 'Plaque ouverte pour correction')), subject: `plate:${shown.plate}`, what: `crossing ${id}` })
    const before = await plateCorrection.read(db, plateId)
    return { id, shown, before, picturesAt: crossing.site === site ? undefined : siteName(crossing.site), values: { truePlate: before?.truePlate ?? shown.plate, because: '' } }
  },
  submit: async ({ id, plate: plateId }, { truePlate, because }, { db, by }) => {
    const crossing = await readCrossing(db, id)
    const shown = crossing?.plates.find((one) => one.id === plateId)
    if (crossing === undefined || shown === undefined) return refuse('no-such-plate')
    const stored = await storedEvidence(db, [shown.readId, ...(shown.readIds ?? [])])
    const reads = [...stored.values()].map(({ cameraId, plate: written }) => ({ cameraId, plate: written }))
    const act = by(because)
    return change(db, plateCorrection, { id: plateId, by: act }, (before) => correctPlate(before, { crossing, plateId, truePlate, reads }, act))
  },
  next: ({ id }) => `/crossings/${id}`,
  done: { en: 'Written down. What the cameras wrote stays as it is; the matcher learns from the difference.', fr: 'Noté. Ce que les caméras ont écrit reste tel quel ; l’appariement apprend de la différence.' },
})
