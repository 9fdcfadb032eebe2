import { z } from 'zod'
import { may } from '#platform/identity'
import { page } from '#platform/web'
import { lettersOnAPage } from '../letter-limits.ts'
import { languageNames, type LetterLanguage } from '../person/language.ts'
import { seeCases, sendLetters } from '../rights.ts'
import { purposeWords } from '../template/template-words.ts'
import { channelWords, dispatchStageWords } from './dispatch-words.ts'
import { channels, dispatchStages, type DispatchStage } from './dispatch.ts'
import { countByStage, queueLines } from './letter-queue.store.ts'

/** What somebody may still have to do something about. */
const open: readonly DispatchStage[] = ['planned', 'handed-over', 'failed', 'returned']

/** Every letter on its way, by where it stands; the filters are in the address. */
export const letterQueuePage = page({
  path: '/letters',
  right: seeCases,
  template: 'casework/penalties/service/letter-queue.njk',
  query: z.object({ stage: z.enum(dispatchStages).optional(), channel: z.enum(channels).optional() }),
  show: async ({ query: { stage, channel } }, { db, officer }) => {
    const filter = { stages: stage === undefined ? open : [stage], channels: channel === undefined ? channels : [channel], most: lettersOnAPage + 1 }
    const [lines, counts] = [await queueLines(db, officer, filter), await countByStage(db, officer)]
    return {
      stage, channel, mayPrint: may(officer, sendLetters),
      stages: dispatchStages.map((value) => ({ value, text: dispatchStageWords[value].word, count: counts.get(value) ?? 0 })),
      channels: channels.map((value) => ({ value, text: channelWords[value].name })),
      isCut: lines.length > lettersOnAPage,
      lines: lines.slice(0, lettersOnAPage).map((line) => ({ ...line, purpose: purposeWords[line.purpose], channelText: channelWords[line.channel].name, standing: dispatchStageWords[line.stage], languageName: languageNames[line.language as LetterLanguage] })),
    }
  },
})
