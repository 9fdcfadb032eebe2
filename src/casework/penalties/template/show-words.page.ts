import { z } from 'zod'
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
  show: async ({ params: { language } }) => ({ language, name: languageNames[language], sentences: sentencesIn(language) }),
})
