import type { Envelope, Letter, LetterLayout } from '#platform/documents'
import type { CalendarDate } from '#values'
import type { AnyLetterFacts, Purpose, RecoveryLetterFacts } from './letter-facts.ts'
import { speech, type Speech } from './letter-speech.ts'
import { writeAmountCorrected, type CorrectedBlock } from './write-amount-corrected.ts'
import { writeCoveringLetter, type CoveringBlock } from './write-covering-letter.ts'
import { writeObjectionDecision, type DecisionBlock } from './write-objection-decision.ts'
import { writeInformationRequest, type RequestBlock } from './write-information-request.ts'
import { writePenaltyNotice, type NoticeBlock } from './write-penalty-notice.ts'
import { writeRecoveryLetter, type RecoveryBlock } from './write-recovery-letter.ts'

/**
 * A template that letters were issued with is never edited: new words are a new version, used from the day for which a senior officer
 * approves it. The test beside this file holds the fingerprint of each.
 */
export interface LetterTemplate {
  readonly purpose: Purpose
  readonly version: number
  readonly layout: LetterLayout
  /** What it is put together from, in order. */
  readonly blocks: readonly string[]
  /** What is new in it, for whoever approves it. */
  readonly news: string
  write(speech: Speech, facts: AnyLetterFacts, isDraft: boolean): Letter
}

/** A version that a senior officer has approved, and the day from which letters take it. */
export interface ApprovedTemplate {
  readonly purpose: Purpose
  readonly version: number
  readonly fromOn: CalendarDate
}

const beginning = { news: 'The first version.', layout: 'letter-1' } as const

const noticeBegins: readonly NoticeBlock[] = ['authentic-text', 'opening', 'days', 'what-happened']
const noticeAfterReasons: readonly NoticeBlock[] = ['worked-out', 'how-to-pay', 'joint', 'if-you-object', 'if-you-appeal', 'if-you-do-not-pay']
const decisionBegins: readonly DecisionBlock[] = ['authentic-text', 'outcome', 'owed-now', 'days']
const decisionAfterReasons: readonly DecisionBlock[] = ['worked-out', 'what-happened', 'appeal']

const lawInFull = 'Says what the law says, and how each last day was counted, whole in every language; and counts people as each language counts them.'

const recoveryBegins: readonly RecoveryBlock[] = ['authentic-text', 'owed']
const recoveryEnds: readonly RecoveryBlock[] = ['how-to-pay', 'cannot-pay', 'what-happened-counted', 'help', 'reach-us']

const helpAdded = 'Says what to do with a letter one cannot read, answer alone, or that came late; and marks the officer’s English for screen readers.'

export const letterTemplates: readonly LetterTemplate[] = [
  request({ version: 1, ...beginning }, ['authentic-text', 'opening', 'answer-by', 'what-happened-counted', 'asked', 'duties', 'how-to-answer', 'online', 'reach-us']),
  notice({ version: 1, ...beginning }, [...noticeBegins, 'why-liable', ...noticeAfterReasons, 'reach-us']),
  notice({ version: 2, layout: 'letter-1', news: helpAdded }, [...noticeBegins, 'why-liable-english-marked', ...noticeAfterReasons, 'help', 'reach-us']),
  notice({ version: 3, layout: 'letter-1', news: lawInFull }, ['authentic-text', 'opening', 'days-explained', 'what-happened-counted', 'why-liable-english-marked', 'worked-out-explained', 'how-to-pay', 'joint', 'if-you-object', 'if-you-appeal', 'if-you-do-not-pay', 'help', 'reach-us']),
  decision({ version: 1, ...beginning }, [...decisionBegins, 'why', ...decisionAfterReasons, 'reach-us']),
  decision({ version: 2, layout: 'letter-1', news: helpAdded }, [...decisionBegins, 'why-english-marked', ...decisionAfterReasons, 'help', 'reach-us']),
  decision({ version: 3, layout: 'letter-1', news: lawInFull }, ['authentic-text', 'outcome', 'owed-now', 'days-explained', 'why-english-marked', 'worked-out-explained', 'what-happened-counted', 'appeal', 'help', 'reach-us']),
  corrected({ version: 1, ...beginning }, ['authentic-text', 'outcome', 'owed-now', 'days', 'why', 'what-happened', 'help', 'reach-us']),
  corrected({ version: 2, layout: 'letter-1', news: lawInFull }, ['authentic-text', 'outcome', 'owed-now', 'days-explained', 'why', 'what-happened-counted', 'help', 'reach-us']),
  recovery('reminder', { version: 1, ...beginning }, [...recoveryBegins, 'two-weeks', ...recoveryEnds]),
  recovery('letter-before-action', { version: 1, ...beginning }, [...recoveryBegins, 'thirty-days', ...recoveryEnds]),
  covering({ version: 1, ...beginning }, ['authentic-text', 'came', 'days', 'enclosed', 'reach-us']),
]

/** The template a letter written on this day takes: the highest version that is in force. Throws where two officers have approved none. */
export function templateOn(purpose: Purpose, on: CalendarDate, approved: readonly ApprovedTemplate[]): LetterTemplate {
  const template = templateInForce(purpose, on, approved)
  if (template === undefined) throw new Error(`No version of the letter ${purpose} is approved for ${on}: two officers approve one under Letter templates`)
  return template
}

export function templateInForce(purpose: Purpose, on: CalendarDate, approved: readonly ApprovedTemplate[]): LetterTemplate | undefined {
  return letterTemplates.findLast((each) => each.purpose === purpose && isInForce(each, on, approved))
}

function isInForce({ purpose, version }: LetterTemplate, on: CalendarDate, approved: readonly ApprovedTemplate[]): boolean {
  return approved.some((each) => each.purpose === purpose && each.version === version && each.fromOn <= on)
}

/** The letters of which no version may be sent on that day. While there is one no notice goes out, because what follows a notice is written by itself. */
export function lettersNotApproved(on: CalendarDate, approved: readonly ApprovedTemplate[]): readonly Purpose[] {
  const purposes = [...new Set(letterTemplates.map(({ purpose }) => purpose))]
  return purposes.filter((purpose) => templateInForce(purpose, on, approved) === undefined)
}

export function newestTemplate(purpose: Purpose): LetterTemplate {
  const template = letterTemplates.findLast((each) => each.purpose === purpose)
  if (template === undefined) throw new Error(`There is no template of a ${purpose}`)
  return template
}

export function findTemplate(purpose: string, version: number): LetterTemplate | undefined {
  return letterTemplates.find((each) => each.purpose === purpose && each.version === version)
}

/** The template a letter was written with, however old. */
export function templateOf(purpose: Purpose, version: number): LetterTemplate {
  const template = findTemplate(purpose, version)
  if (template === undefined) throw new Error(`There is no ${purpose} template ${version}`)
  return template
}

/** The reader's language first; the English text, which has the legal effect, always goes with it, and what is enclosed comes last. */
export function envelopeOf(template: LetterTemplate, facts: AnyLetterFacts, isDraft = false): Envelope {
  const authentic = template.write(speech('en'), facts, isDraft)
  const enclosed = facts.purpose === 'covering-letter' ? envelopeOf(templateOf(facts.enclosed.facts.purpose, facts.enclosed.templateVersion), facts.enclosed.facts) : []
  return facts.language === 'en' ? [authentic, ...enclosed] : [template.write(speech(facts.language), facts, isDraft), authentic, ...enclosed]
}

type Version = Pick<LetterTemplate, 'version' | 'layout' | 'news'>

function notice(version: Version, blocks: readonly NoticeBlock[]): LetterTemplate {
  return { purpose: 'penalty-notice', ...version, blocks, write: only('penalty-notice', writePenaltyNotice(blocks)) }
}

function decision(version: Version, blocks: readonly DecisionBlock[]): LetterTemplate {
  return { purpose: 'objection-decision', ...version, blocks, write: only('objection-decision', writeObjectionDecision(blocks)) }
}

function corrected(version: Version, blocks: readonly CorrectedBlock[]): LetterTemplate {
  return { purpose: 'amount-corrected', ...version, blocks, write: only('amount-corrected', writeAmountCorrected(blocks)) }
}

function request(version: Version, blocks: readonly RequestBlock[]): LetterTemplate {
  return { purpose: 'information-request', ...version, blocks, write: only('information-request', writeInformationRequest(blocks)) }
}

function covering(version: Version, blocks: readonly CoveringBlock[]): LetterTemplate {
  return { purpose: 'covering-letter', ...version, blocks, write: only('covering-letter', writeCoveringLetter(blocks)) }
}

function recovery(purpose: RecoveryLetterFacts['purpose'], version: Version, blocks: readonly RecoveryBlock[]): LetterTemplate {
  return { purpose, ...version, blocks, write: only(purpose, writeRecoveryLetter(blocks)) }
}

function only<Facts extends AnyLetterFacts>(purpose: Facts['purpose'], write: (speech: Speech, facts: Facts, isDraft: boolean) => Letter): LetterTemplate['write'] {
  return (speech, facts, isDraft) => {
    if (facts.purpose !== purpose) throw new Error(`The ${purpose} template cannot write a ${facts.purpose}`)
    return write(speech, facts as Facts, isDraft)
  }
}
