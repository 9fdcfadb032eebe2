import { appealMayEndIn, codesWeighedOnAppeal, courtFor, groundsToChallenge, heardBeforeDecision, lateObjectionIsJudged, objectionMayEndIn, ukNations, type Words } from '#law'
import { page } from '#platform/web'
import { readGuidance } from '../rights.ts'
import { courtOutcomeWords, courtWords, groundWords, nationWords, objectionOutcomeWords } from './challenge-words.ts'

/** For whoever has a notice and does not agree: what can be said, to whom, and what can come of it, as the law of today has it. */
export const ifYouDisagreePage = page({
  path: '/if-you-disagree',
  right: readGuidance,
  template: 'public/guidance/advice/if-you-disagree.njk',
  show: async (_input, { clock, words }) => {
    const today = clock.today()
    const inWords = ({ en, fr }: Words): string => words(en, fr)
    const [heard, grounds, objection, late, appeal, codes] = [heardBeforeDecision(today), groundsToChallenge(today), objectionMayEndIn(today), lateObjectionIsJudged(today), appealMayEndIn(today), codesWeighedOnAppeal(today)]
    const courts = ukNations.map((nation) => ({ nation, ...courtFor(nation, today) }))
    return {
      grounds: grounds.value.map((ground) => inWords(groundWords[ground])),
      afterObjection: objection.value.map((outcome) => inWords(objectionOutcomeWords[outcome])),
      late: inWords(late.value),
      courts: courts.map(({ nation, value }) => `${inWords(courtWords[value])}, ${inWords(nationWords[nation])}`),
      afterAppeal: appeal.value.map((outcome) => inWords(courtOutcomeWords[outcome])),
      code: codes.value.onAmounts,
      heard: heard.value.map((each) => inWords(each.words)),
      underHeard: heard.under,
      underObjection: [...grounds.under, ...late.under, ...objection.under],
      underAppeal: [...(courts[0]?.under ?? []), ...appeal.under, ...codes.under],
    }
  },
})
