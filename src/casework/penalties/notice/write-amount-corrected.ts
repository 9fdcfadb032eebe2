import type { Block, Letter } from '#platform/documents'
import type { AmountCorrectedFacts } from './letter-facts.ts'
import { authenticText, heading, help, letterFrame, paragraph, references, reachUs, reasonsAsWritten, whatHappened, whatHappenedCounted, whyThatDay, type Telling } from './letter-parts.ts'
import type { Speech } from './letter-speech.ts'
import { correctedWords as words, coveringWords, decisionWords, shared } from './letter-words.ts'
import { blocksOf, type BlockMakers } from './template-blocks.ts'

/** What tells somebody that their penalty was put right without an objection. */
const makers = {
  'authentic-text': authenticText,
  outcome: (speech, facts) => [paragraph(speech.say(words.opening)), paragraph(speech.say(facts.amountPence > 0 ? decisionWords.reduce : decisionWords.cancel, amounts(speech, facts)))],
  'owed-now': owedNow,
  days: (speech, facts) => days(speech, facts, 'named'),
  'days-explained': (speech, facts) => days(speech, facts, 'whole'),
  why: (speech, { reasons }) => [heading(speech.say(decisionWords.whyHeading)), ...reasonsAsWritten(speech, reasons, true)],
  'what-happened': whatHappened,
  'what-happened-counted': whatHappenedCounted,
  help,
  'reach-us': reachUs,
} satisfies BlockMakers<AmountCorrectedFacts>

export type CorrectedBlock = keyof typeof makers

export function writeAmountCorrected(blocks: readonly CorrectedBlock[]) {
  return (speech: Speech, facts: AmountCorrectedFacts, isDraft: boolean): Letter => ({
    ...letterFrame(speech, facts, isDraft),
    title: speech.say(words.title),
    subject: speech.say(decisionWords.subject),
    running: speech.say(words.running, { reference: facts.reference }),
    particulars: [{ term: speech.say(coveringWords.writtenOn), text: speech.day(facts.writtenOn) }, ...references(speech, facts)],
    blocks: blocksOf<AmountCorrectedFacts, typeof makers>(makers, blocks, speech, facts),
  })
}

function amounts(speech: Speech, { beforePence, amountPence }: AmountCorrectedFacts): Record<string, string> {
  return { before: speech.amount(beforePence), after: speech.amount(amountPence) }
}

function owedNow(speech: Speech, facts: AmountCorrectedFacts): readonly Block[] {
  if (facts.amountPence === 0) return []
  return [
    { kind: 'amount', label: speech.say(decisionWords.penaltyNow), amount: speech.amount(facts.amountPence), note: speech.say(words.before, amounts(speech, facts)) },
    paragraph(speech.say(decisionWords.paidAlready, { reference: facts.reference })),
  ]
}

function days(speech: Speech, { lastDayToPay }: AmountCorrectedFacts, telling: Telling): readonly Block[] {
  if (lastDayToPay === null) return []
  const row = { what: speech.say(decisionWords.pay), day: speech.day(lastDayToPay.on), why: whyThatDay(speech, lastDayToPay, telling) }
  return [{ kind: 'days', caption: speech.say(shared.daysCaption), columns: [speech.say(shared.stepColumn), speech.say(shared.lastDayColumn)], days: [row] }]
}
