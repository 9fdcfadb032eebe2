import { z } from 'zod'
import { inBoth } from '#platform/web'
import { day } from '#values'
import { sentenceLengthMax } from './limits.ts'

export const partnerParams = z.object({ id: z.uuid() })

/** A sentence that must be there, with the words for its absence. */
export const needed = (en: string, fr: string) => z.string(inBoth(en, fr)).min(3, inBoth(en, fr)).max(sentenceLengthMax, inBoth(`Shorten this to ${sentenceLengthMax} characters`, `Raccourcissez à ${sentenceLengthMax} caractères`))

export const aDay = (en: string, fr: string) => z.iso.date(inBoth(en, fr)).transform(day)

/** Why an act is done; kept in its history. */
export const because = needed('Say why', 'Dites pourquoi')
