import type { Letter } from '#platform/documents'
import type { RecoveryLetterFacts } from './letter-facts.ts'
import { authenticText, help, howToPay, letterFrame, paragraph, references, reachUs, whatHappenedCounted } from './letter-parts.ts'
import type { Speech } from './letter-speech.ts'
import { coveringWords, noticeWords, recoveryWords as words } from './letter-words.ts'
import { blocksOf, type BlockMakers } from './template-blocks.ts'

/** What a letter is made of that asks for what is owed. The days it gives are those of its step of enforcement. */
const makers = {
  'authentic-text': authenticText,
  owed: (speech, { owedPence, noticeOn, lastDayToPay }) => [
    { kind: 'amount', label: speech.say(words.owed), amount: speech.amount(owedPence), note: speech.say(words.owedNote, { day: speech.day(noticeOn) }) },
    paragraph(speech.say(words.overdue, { day: speech.day(lastDayToPay) })),
  ],
  'two-weeks': (speech) => [paragraph(speech.say(words.payInTwoWeeks))],
  'thirty-days': (speech) => [paragraph(speech.say(words.payInThirtyDays)), paragraph(speech.say(noticeWords.recovery))],
  'how-to-pay': (speech, facts) => howToPay(speech, facts, facts.owedPence),
  'cannot-pay': (speech) => [paragraph(speech.say(words.cannotPay)), paragraph(speech.say(words.paidAlready))],
  'what-happened-counted': whatHappenedCounted,
  help,
  'reach-us': reachUs,
} satisfies BlockMakers<RecoveryLetterFacts>

export type RecoveryBlock = keyof typeof makers

export const recoveryTitles = { 'reminder': words.reminderTitle, 'letter-before-action': words.claimTitle }

export function writeRecoveryLetter(blocks: readonly RecoveryBlock[]) {
  return (speech: Speech, facts: RecoveryLetterFacts, isDraft: boolean): Letter => ({
    ...letterFrame(speech, facts, isDraft),
    title: speech.say(recoveryTitles[facts.purpose]),
    subject: speech.say(noticeWords.subject, { section: facts.section }),
    running: speech.say(words.running, { reference: facts.reference }),
    particulars: [{ term: speech.say(coveringWords.writtenOn), text: speech.day(facts.writtenOn) }, ...references(speech, facts)],
    blocks: blocksOf<RecoveryLetterFacts, typeof makers>(makers, blocks, speech, facts),
  })
}
