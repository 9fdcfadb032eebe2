import type { Block, Letter } from '#platform/documents'
import type { PenaltyNoticeFacts, Tied } from './letter-facts.ts'
import { authenticText, heading, help, howToPay, ladder, letterFrame, paragraph, references, reachUs, reasonsAsWritten, rulesAreNamed, transporterIn, whatHappened, whatHappenedCounted, whyThatDay, type Telling } from './letter-parts.ts'
import type { Speech } from './letter-speech.ts'
import { asCapacity, capacityWords, noticeWords as words, shared } from './letter-words.ts'
import { blocksOf, type BlockMakers } from './template-blocks.ts'

/** What a penalty notice can be made of: everything that section 35(2) asks for, and what helps its reader. */
const makers = {
  'authentic-text': authenticText,
  opening,
  days: (speech, facts) => [days(speech, facts, 'named')],
  'days-explained': (speech, facts) => [days(speech, facts, 'whole')],
  'what-happened': whatHappened,
  'what-happened-counted': whatHappenedCounted,
  'why-liable': (speech, facts) => whyLiable(speech, facts, false),
  'why-liable-english-marked': (speech, facts) => whyLiable(speech, facts, true),
  'worked-out': (speech, facts) => workedOut(speech, facts, 'named'),
  'worked-out-explained': (speech, facts) => workedOut(speech, facts, 'whole'),
  'how-to-pay': (speech, facts) => [...howToPay(speech, facts, facts.amountPence), paragraph(speech.say(words.payCounts))],
  joint,
  'if-you-object': ifYouObject,
  'if-you-appeal': ifYouAppeal,
  'if-you-do-not-pay': ifYouDoNotPay,
  help,
  'reach-us': reachUs,
} satisfies BlockMakers<PenaltyNoticeFacts>

export type NoticeBlock = keyof typeof makers

export function writePenaltyNotice(blocks: readonly NoticeBlock[]) {
  return (speech: Speech, facts: PenaltyNoticeFacts, isDraft: boolean): Letter => ({
    ...letterFrame(speech, facts, isDraft),
    title: speech.say(words.title),
    subject: speech.say(words.subject, { section: facts.section }),
    running: speech.say(words.running, { reference: facts.reference }),
    particulars: [{ term: speech.say(words.issuedOn), text: speech.day(facts.issuedOn) }, ...references(speech, facts)],
    blocks: blocksOf<PenaltyNoticeFacts, typeof makers>(makers, blocks, speech, facts),
  })
}

function opening(speech: Speech, facts: PenaltyNoticeFacts): readonly Block[] {
  const { section, incident, capacity, amountPence, lastDays, insteadOfNoticeOn } = facts
  const sentence = speech.say(section === '32' ? words.opening32 : words.opening31A, {
    transporter: transporterIn(speech, facts), day: speech.day(incident.occurredOn), capacity: speech.say(asCapacity[capacity]),
  })
  const instead = insteadOfNoticeOn === null ? [] : [paragraph(speech.say(words.insteadOf, { day: speech.day(insteadOfNoticeOn) }))]
  return [
    paragraph(sentence),
    ...instead,
    { kind: 'amount', label: speech.say(words.penalty), amount: speech.amount(amountPence), note: speech.say(words.owedInSterling, { day: speech.day(lastDays.pay.on) }) },
  ]
}

function days(speech: Speech, { lastDays }: PenaltyNoticeFacts, telling: Telling): Block {
  const { pay, object, decide, appeal } = lastDays
  const rows = [[words.object, object], [shared.appeal, appeal], [words.pay, pay], [words.decide, decide]] as const
  return {
    kind: 'days',
    caption: speech.say(shared.daysCaption),
    columns: [speech.say(shared.stepColumn), speech.say(shared.lastDayColumn)],
    days: rows.map(([what, day]) => ({ what: speech.say(what), day: speech.day(day.on), why: whyThatDay(speech, day, telling) })),
  }
}

function whyLiable(speech: Speech, { section, reasons, decidedBy, decidedOn }: PenaltyNoticeFacts, isMarked: boolean): readonly Block[] {
  return [
    heading(speech.say(words.whyLiable)),
    paragraph(speech.say(section === '32' ? words.liable32 : words.liable31A)),
    ...reasonsAsWritten(speech, reasons, isMarked),
    paragraph(speech.say(words.decidedBy, { name: decidedBy.name, day: speech.day(decidedOn), forWhom: speech.say(shared.theSecretaryOfState) })),
  ]
}

function workedOut(speech: Speech, { calculation, amountPence }: PenaltyNoticeFacts, telling: Telling): readonly Block[] {
  const { codeFigurePence } = calculation
  const departs = codeFigurePence !== null && codeFigurePence !== amountPence
  return [
    heading(speech.say(shared.workedOut)),
    paragraph(speech.say(words.regard)),
    ...rulesAreNamed(speech, calculation, telling),
    ladder(speech, calculation, { label: speech.say(words.total), amountPence }, telling),
    ...(departs ? [paragraph(speech.say(words.departed, { amount: speech.amount(codeFigurePence) }))] : []),
  ]
}

function joint(speech: Speech, { answerToo, answersFor }: PenaltyNoticeFacts): readonly Block[] {
  const sentences = [
    ...answerToo.map((other) => speech.say(words.answersToo, tied(speech, other))),
    ...answersFor.map((other) => speech.say(other.amountPence === null ? words.answersForLater : words.answersFor, tied(speech, other))),
  ]
  return sentences.length === 0 ? [] : [heading(speech.say(words.joint)), ...sentences.map(paragraph)]
}

function tied(speech: Speech, { name, capacity, reference, amountPence }: Tied): Record<string, string> {
  return { name, reference, capacity: speech.inside(speech.say(capacityWords[capacity])), amount: amountPence === null ? '' : speech.amount(amountPence) }
}

function ifYouObject(speech: Speech, { lastDays }: PenaltyNoticeFacts): readonly Block[] {
  return [
    heading(speech.say(words.ifYouObject)),
    paragraph(speech.say(words.objectWhy)),
    paragraph(speech.say(words.objectHow, { day: speech.day(lastDays.object.on) })),
    paragraph(speech.say(words.objectEvidence)),
    paragraph(speech.say(words.objectOutcome, { day: speech.day(lastDays.decide.on) })),
  ]
}

function ifYouAppeal(speech: Speech, { lastDays }: PenaltyNoticeFacts): readonly Block[] {
  return [
    heading(speech.say(words.ifYouAppeal)),
    paragraph(speech.say(words.appealWhere)),
    paragraph(speech.say(words.appealWhen, { day: speech.day(lastDays.appeal.on) })),
  ]
}

function ifYouDoNotPay(speech: Speech): readonly Block[] {
  return [heading(speech.say(words.ifYouDoNotPay)), paragraph(speech.say(words.recovery)), paragraph(speech.say(words.detention))]
}
