import { z } from 'zod'
import { inBoth, type PageContext } from '#platform/web'
import { directions, ends } from './camera.ts'
import { directionWord, endWord } from './place-words.ts'

/** The answers of the fields about where a camera stands. */
export const placeFields = {
  name: z.string().min(1, inBoth('Say where the camera stands', 'Dites où se trouve la caméra')).max(80),
  lane: z.string().max(20).optional(),
  faces: z.enum(ends).optional(),
  direction: z.enum(directions).optional(),
}

/** What the radios offer; nothing chosen is a choice too. */
export function placeChoices({ words }: Pick<PageContext, 'words'>) {
  return {
    faceChoices: [...ends, null].map((value) => ({ value: value ?? '', text: endWord(value, words) })),
    directionChoices: [...directions, null].map((value) => ({ value: value ?? '', text: directionWord(value, words) })),
  }
}
