import { z } from 'zod'
import { may } from '#platform/identity'
import { askPage, inBoth, type PageContext, type UploadedFile } from '#platform/web'
import { Unintelligible } from '#platform/wire-formats'
import { makers, type Maker } from '../camera/camera.ts'
import { makerName } from '../camera/maker-words.ts'
import { seeCameras, understandMessages } from '../rights.ts'
import { formats } from './formats.ts'
import { readAnswer } from './read-answer.ts'
import { ignoredBecause, quarantinedBecause } from './reason-words.ts'
import { understand } from './understand.ts'

const form = z.object({
  message: z.string().optional(),
  file: z.custom<UploadedFile>().optional(),
  contentType: z.string().max(200).optional(),
}).refine(({ message, file }) => Boolean(message) || file !== undefined, { path: ['message'], message: inBoth('Paste a message or choose a file', 'Collez un message ou choisissez un fichier') })

/** The same answer as `juxta understand`, for whoever is at a screen and not at a terminal. */
export const understandPage = askPage({
  path: '/understand',
  right: understandMessages,
  template: 'border/arrivals/plate-read/understand.njk',
  form,
  show: (ctx) => ({ values: { contentType: '' }, ways: waysRead(ctx), mayMap: may(ctx.officer, seeCameras) }),
  answer: ({ message = '', file, contentType = '' }, ctx) => ({ answer: answerFor(file?.bytes ?? Buffer.from(message), contentType, ctx) }),
})

/** Every way of writing that is read here without a mapping, by its maker's name. */
function waysRead({ words }: PageContext): readonly string[] {
  return formats.map(({ name }) => (isMaker(name) ? makerName(name, words) : words('Plate Recognizer as CSV', 'Plate Recognizer en CSV'))).toSorted((one, other) => one.localeCompare(other))
}

function isMaker(name: string): name is Maker {
  return makers.some((maker) => maker === name)
}

function answerFor(bytes: Uint8Array, contentType: string, { words }: PageContext) {
  try {
    const answer = readAnswer(understand(bytes, contentType))
    const ignored = answer.ignored.map(({ reason }) => ({ reason, text: words(ignoredBecause(reason).en, ignoredBecause(reason).fr) }))
    return { ...answer, ignored, json: JSON.stringify(answer, null, 2) }
  } catch (error) {
    if (!(error instanceof Unintelligible)) throw error
    const { en, fr } = quarantinedBecause(error.reason)
    return { refused: words(en, fr), detail: error.message, reads: [], ignored: [] }
  }
}
