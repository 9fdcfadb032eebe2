import type { Block, LastDay, Letter } from '#platform/documents'
import type { DayFact, ObjectionDecisionFacts } from './letter-facts.ts'
import { authenticText, heading, help, ladder, letterFrame, paragraph, references, reachUs, reasonsAsWritten, rulesAreNamed, whatHappened, whatHappenedCounted, whyThatDay, type Telling } from './letter-parts.ts'
import type { Speech } from './letter-speech.ts'
import { decisionWords as words, shared } from './letter-words.ts'
import type { Sentence } from './sentence.ts'
import { blocksOf, type BlockMakers } from './template-blocks.ts'

/** What the letter to an objector can be made of: the outcome, why, what is owed now, and the court. */
const makers = {
  'authentic-text': authenticText,
  outcome,
  'owed-now': owedNow,
  days: (speech, facts) => days(speech, facts, 'named'),
  'days-explained': (speech, facts) => days(speech, facts, 'whole'),
  why: (speech, facts) => why(speech, facts, false),
  'why-english-marked': (speech, facts) => why(speech, facts, true),
  'worked-out': (speech, facts) => workedOut(speech, facts, 'named'),
  'worked-out-explained': (speech, facts) => workedOut(speech, facts, 'whole'),
  'what-happened': whatHappened,
  'what-happened-counted': whatHappenedCounted,
  appeal,
  help,
  'reach-us': reachUs,
} satisfies BlockMakers<ObjectionDecisionFacts>

export type DecisionBlock = keyof typeof makers

export function writeObjectionDecision(blocks: readonly DecisionBlock[]) {
  return (speech: Speech, facts: ObjectionDecisionFacts, isDraft: boolean): Letter => ({
    ...letterFrame(speech, facts, isDraft),
    title: speech.say(words.title),
    subject: speech.say(words.subject),
    running: speech.say(words.running, { reference: facts.reference }),
    particulars: [{ term: speech.say(words.toldOn), text: speech.day(facts.toldOn) }, ...references(speech, facts)],
    blocks: blocksOf<ObjectionDecisionFacts, typeof makers>(makers, blocks, speech, facts),
  })
}

function outcome(speech: Speech, facts: ObjectionDecisionFacts): readonly Block[] {
  return [paragraph(speech.say(words.received, { day: speech.day(facts.receivedOn) })), paragraph(speech.say(words[facts.outcome], amounts(speech, facts)))]
}

function why(speech: Speech, { reasons, determinedBy, toldOn }: ObjectionDecisionFacts, isMarked: boolean): readonly Block[] {
  return [
    heading(speech.say(words.whyHeading)),
    ...reasonsAsWritten(speech, reasons, isMarked),
    paragraph(speech.say(words.determinedBy, { name: determinedBy.name, day: speech.day(toldOn), forWhom: speech.say(shared.theSecretaryOfState) })),
  ]
}

function amounts(speech: Speech, { beforePence, amountPence }: ObjectionDecisionFacts): Record<string, string> {
  return { before: speech.amount(beforePence), after: speech.amount(amountPence) }
}

/** An increase is not owed until its own notice is issued, so no amount is set out here for it. */
function owedNow(speech: Speech, facts: ObjectionDecisionFacts): readonly Block[] {
  if (facts.outcome === 'increase' || facts.outcome === 'cancel') return []
  const note = facts.outcome === 'reduce' ? speech.say(words.reducedNote, amounts(speech, facts)) : speech.say(words.unchangedNote)
  return [
    { kind: 'amount', label: speech.say(words.penaltyNow), amount: speech.amount(facts.amountPence), note },
    paragraph(speech.say(words.paidAlready, { reference: facts.reference })),
  ]
}

function days(speech: Speech, { lastDays }: ObjectionDecisionFacts, telling: Telling): readonly Block[] {
  const row = (what: Sentence, day: DayFact | null): readonly LastDay[] => (day === null ? [] : [{ what: speech.say(what), day: speech.day(day.on), why: whyThatDay(speech, day, telling) }])
  const rows = [...row(words.pay, lastDays.pay), ...row(shared.appeal, lastDays.appeal)]
  if (rows.length === 0) return []
  return [{ kind: 'days', caption: speech.say(shared.daysCaption), columns: [speech.say(shared.stepColumn), speech.say(shared.lastDayColumn)], days: rows }]
}

function workedOut(speech: Speech, { calculation, amountPence }: ObjectionDecisionFacts, telling: Telling): readonly Block[] {
  if (calculation === null) return []
  return [heading(speech.say(shared.workedOut)), ...rulesAreNamed(speech, calculation, telling), ladder(speech, calculation, { label: speech.say(words.total), amountPence }, telling)]
}

function appeal(speech: Speech, { lastDays }: ObjectionDecisionFacts): readonly Block[] {
  if (lastDays.appeal === null) return []
  return [heading(speech.say(shared.appeal)), paragraph(speech.say(words.appealWhen, { day: speech.day(lastDays.appeal.on) }))]
}
