import type { Block, LastDay, Letter } from '#platform/documents'
import type { ObjectionDecisionFacts } from './letter-facts.ts'
import { authenticText, ladder, letterFrame, references, reachUs, reasonsAsWritten, whatHappened, whyThatDay } from './letter-parts.ts'
import type { Speech } from './letter-speech.ts'
import { decisionWords as words } from './objection-decision-words.ts'
import { shared } from './shared-words.ts'

/** Template 1 of the decision on an objection: the outcome, why, what is owed now, and the court. */
export function writeObjectionDecision(speech: Speech, facts: ObjectionDecisionFacts, isDraft: boolean): Letter {
  const { reference, toldOn, receivedOn, outcome, reasons } = facts
  return {
    ...letterFrame(speech, facts, isDraft),
    title: speech.say(words.title),
    subject: speech.say(words.subject),
    running: speech.say(words.running, { reference }),
    particulars: [{ term: speech.say(words.toldOn), text: speech.day(toldOn) }, ...references(speech, facts)],
    blocks: [
      ...authenticText(speech),
      paragraph(speech.say(words.received, { day: speech.day(receivedOn) })),
      paragraph(speech.say(words[outcome], amounts(speech, facts))),
      ...owedNow(speech, facts),
      ...days(speech, facts),
      heading(speech.say(words.whyHeading)),
      ...reasonsAsWritten(speech, reasons),
      paragraph(speech.say(words.determinedBy, { name: facts.determinedBy.name, day: speech.day(toldOn), forWhom: speech.say(shared.theSecretaryOfState) })),
      ...workedOut(speech, facts),
      ...whatHappened(speech, facts),
      ...appeal(speech, facts),
      ...reachUs(speech, facts),
    ],
  }
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

function days(speech: Speech, { lastDays }: ObjectionDecisionFacts): readonly Block[] {
  const rows: readonly LastDay[] = [
    ...(lastDays.pay === null ? [] : [{ what: speech.say(words.pay), day: speech.day(lastDays.pay.on), why: whyThatDay(speech, lastDays.pay) }]),
    ...(lastDays.appeal === null ? [] : [{ what: speech.say(shared.appeal), day: speech.day(lastDays.appeal.on), why: whyThatDay(speech, lastDays.appeal) }]),
  ]
  if (rows.length === 0) return []
  return [{ kind: 'days', caption: speech.say(shared.daysCaption), columns: [speech.say(shared.stepColumn), speech.say(shared.lastDayColumn)], days: rows }]
}

function workedOut(speech: Speech, { calculation, amountPence }: ObjectionDecisionFacts): readonly Block[] {
  if (calculation === null) return []
  return [heading(speech.say(shared.workedOut)), ladder(speech, calculation, { label: speech.say(words.total), amountPence })]
}

function appeal(speech: Speech, { lastDays }: ObjectionDecisionFacts): readonly Block[] {
  if (lastDays.appeal === null) return []
  return [heading(speech.say(shared.appeal)), paragraph(speech.say(words.appealWhen, { day: speech.day(lastDays.appeal.on) }))]
}

function heading(text: string): Block {
  return { kind: 'heading', text }
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}
