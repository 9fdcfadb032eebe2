import { z } from 'zod'
import { inBoth } from '#platform/web'
import { day, isPort } from '#values'
import { plateLengthMax } from '../limits.ts'
import { handlings, markers } from './entry.ts'
import { listedPlate } from './listed-plate.ts'

/** Long enough to hold a sentence that an officer reads at the lane, short enough to be read there. */
const reasonLengthMax = 160

const aDay = (en: string, fr: string) => z.iso.date(inBoth(en, fr)).transform(day)
const aReason = (en: string, fr: string) => z.string(inBoth(en, fr)).min(3, inBoth(en, fr)).max(reasonLengthMax, inBoth(`Shorten this to ${reasonLengthMax} characters`, `Raccourcissez à ${reasonLengthMax} caractères`))

/** Why an act on a list is done; kept in its history. */
export const because = z.object({ because: z.string(inBoth('Say why', 'Dites pourquoi')).min(3, inBoth('Say why', 'Dites pourquoi')).max(500) })

export const reviewForm = z.object({
  lastDayOn: aDay('Enter the last day', 'Saisissez le dernier jour'),
  reviewOn: aDay('Enter the day of the next review', 'Saisissez le jour du prochain réexamen'),
  ...because.shape,
})

export const entryForm = z.object({
  id: z.uuid(),
  plate: z.string(inBoth('Enter the plate', 'Saisissez la plaque')).min(1, inBoth('Enter the plate', 'Saisissez la plaque')).max(2 * plateLengthMax).transform(listedPlate),
  country: z.string().default('').transform((text) => text.toUpperCase()).pipe(z.union([z.literal('').transform(() => null), z.string().regex(/^[A-Z]{2}$/, inBoth('Two letters, such as RO or GB', 'Deux lettres, comme RO ou GB'))])),
  reasonEn: aReason('Say in English why it is listed', 'Dites en anglais pourquoi il est inscrit'),
  reasonFr: aReason('Say in French why it is listed', 'Dites en français pourquoi il est inscrit'),
  handling: z.enum(handlings, inBoth('Choose what officers do', 'Choisissez ce que font les agents')),
  markers: z.array(z.enum(markers)),
  ports: z.array(z.string().refine(isPort)),
  startsOn: aDay('Enter the first day', 'Saisissez le premier jour'),
  ...reviewForm.shape,
})
