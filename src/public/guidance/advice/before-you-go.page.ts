import { standardChecksOn, termsOn, type Words } from '#law'
import { page } from '#platform/web'
import { readGuidance } from '../rights.ts'

/** The checks that a checklist has to show, to read on a phone or to print and take along. */
export const beforeYouGoPage = page({
  path: '/before-you-go',
  right: readGuidance,
  template: 'public/guidance/advice/before-you-go.njk',
  show: async (_input, { clock, words }) => {
    const inWords = ({ en, fr }: Words): string => words(en, fr)
    const [checks, terms] = [standardChecksOn(clock.today()), termsOn(clock.today())]
    return { checks: checks.value.map((check) => ({ id: check.id, text: inWords(check.words) })), terms: terms.value.map((term) => inWords(term.words)), under: [...checks.under, ...terms.under] }
  },
})
