import type { Letter } from '#platform/documents'
import type { CoveringLetterFacts } from './letter-facts.ts'
import { authenticText, letterFrame, paragraph, references, reachUs } from './letter-parts.ts'
import type { Speech } from './letter-speech.ts'
import { correctedWords, coveringWords as words, decisionWords, noticeWords, requestWords } from './letter-words.ts'
import { recoveryTitles } from './write-recovery-letter.ts'
import { blocksOf, type BlockMakers } from './template-blocks.ts'

/** What goes with a letter that came back and is sent to another address, its last days as they were. */
const makers = {
  'authentic-text': authenticText,
  came: (speech, { enclosed, returnedOn }) => [paragraph(speech.say(words.came, { day: speech.day(enclosed.datedOn), returned: speech.day(returnedOn) }))],
  days: (speech) => [paragraph(speech.say(words.days))],
  enclosed: (speech, { enclosed }) => [{ kind: 'notice', heading: speech.say(words.enclosed, { title: speech.say(titles[enclosed.facts.purpose]) }), text: enclosed.facts.reference }],
  'reach-us': reachUs,
} satisfies BlockMakers<CoveringLetterFacts>

export type CoveringBlock = keyof typeof makers

const titles = { 'information-request': requestWords.title, 'penalty-notice': noticeWords.title, 'objection-decision': decisionWords.title, 'amount-corrected': correctedWords.title, ...recoveryTitles }

export function writeCoveringLetter(blocks: readonly CoveringBlock[]) {
  return (speech: Speech, facts: CoveringLetterFacts, isDraft: boolean): Letter => ({
    ...letterFrame(speech, facts, isDraft),
    title: speech.say(words.title),
    subject: speech.say(words.subject),
    running: speech.say(words.running, { reference: facts.reference }),
    particulars: [{ term: speech.say(words.writtenOn), text: speech.day(facts.writtenOn) }, ...references(speech, facts)],
    blocks: blocksOf<CoveringLetterFacts, typeof makers>(makers, blocks, speech, facts),
  })
}
