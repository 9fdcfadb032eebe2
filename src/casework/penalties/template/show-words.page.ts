import { z } from 'zod'
import type { Phrase } from '#law'
import { page } from '#platform/web'
import { sentencesIn } from '../notice/word-standing.ts'
import { languageNames, letterLanguages } from '../person/language.ts'
import { seeTemplates } from '../rights.ts'

/** Every standing sentence of one language beside its English, each with its standing. */
export const showWordsPage = page({
  path: '/letters/words/:language',
  right: seeTemplates,
  template: 'casework/penalties/template/show-words.njk',
  params: z.object({ language: z.enum(letterLanguages) }),
  show: async ({ params: { language } }) => ({ language, name: languageNames[language], sentences: sentencesIn(language).map(({ english, text, ...sentence }) => ({ ...sentence, english: inForms(english), text: inForms(text) })) }),
})

/** A sentence that counts has a form for each way its language counts. */
function inForms(phrase: Phrase): readonly string[] {
  return typeof phrase === 'string' ? [phrase] : Object.entries(phrase).map(([form, text]) => `${form}: ${text}`)
}
