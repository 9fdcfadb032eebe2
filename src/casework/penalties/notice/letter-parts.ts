import type { ClockStep, Step } from '#law'
import type { Block, Fact, Letter, Rung } from '#platform/documents'
import { dayOf, paris, type Pence } from '#values'
import { languageNames } from '../person/language.ts'
import type { Calculation, DayFact, LetterFacts, PaymentLine } from './letter-facts.ts'
import { asWritten, type Speech } from './letter-speech.ts'
import { capacityWords, noticeWords, ruleNames, shared, transporterWords } from './letter-words.ts'

/** The frame of every letter: who writes to whom about what. */
export function letterFrame(speech: Speech, facts: LetterFacts, isDraft: boolean): Pick<Letter, 'language' | 'sender' | 'recipient' | 'page' | 'of' | 'marks'> {
  const { authority, recipient, demonstration } = facts
  const attention = recipient.attention === null ? [] : [speech.say(shared.forTheAttentionOf, { name: recipient.attention })]
  return {
    language: speech.language,
    sender: { name: authority.name, lines: authority.lines },
    recipient: [recipient.name, ...attention, ...recipient.lines, recipient.country].filter((line) => line !== ''),
    page: speech.say(shared.page),
    of: speech.say(shared.of),
    marks: [
      ...(demonstration ? [speech.say(shared.demonstrationMark)] : []),
      ...(isDraft ? [speech.say(shared.draftMark)] : []),
    ],
  }
}

export function references(speech: Speech, facts: LetterFacts): readonly Fact[] {
  return [
    { term: speech.say(shared.ourReference), text: facts.reference, exact: true },
    { term: speech.say(shared.caseReference), text: facts.caseReference, exact: true },
    { term: speech.say(shared.youAre), text: speech.say(capacityWords[facts.capacity]) },
  ]
}

/** A translation says that it is one, and so does an English letter to somebody whose language has no words yet. */
export function authenticText(speech: Speech, { wanted }: Pick<LetterFacts, 'wanted'>): readonly Block[] {
  if (speech.language === 'en') return wanted === undefined ? [] : [inEnglishFor(languageNames[wanted])]
  return [{ kind: 'notice', heading: speech.say(shared.authenticHeading), text: speech.say(shared.authentic) }]
}

function inEnglishFor(language: string): Block {
  return {
    kind: 'notice', heading: `This letter is in English, not in ${language}`,
    text: `Our letters are not written in ${language} yet. You may answer in ${language}, and ask us about anything in this letter before the last day.`,
  }
}

/** Where, when, in what and how many; never who was found. */
export function whatHappened(speech: Speech, facts: LetterFacts): readonly Block[] {
  const { entrants } = facts.incident
  return whatHappenedTo(speech, facts, entrants === 1 ? speech.say(shared.onePerson) : speech.say(shared.people, { count: String(entrants) }))
}

/** The same, with people counted as each language counts them. */
export function whatHappenedCounted(speech: Speech, facts: LetterFacts): readonly Block[] {
  return whatHappenedTo(speech, facts, speech.say(shared.peopleFound, { count: String(facts.incident.entrants) }))
}

function whatHappenedTo(speech: Speech, { incident, section }: LetterFacts, people: string): readonly Block[] {
  const { place, occurredOn, occurredAt, zone = paris, tractor, trailer } = incident
  // A time on a wall has that wall’s day, which near midnight is another than the one the law counts from.
  const when = occurredAt === null ? speech.day(occurredOn) : speech.say(shared.dateAndTime, { day: speech.day(dayOf(occurredAt, zone)), time: speech.moment(occurredAt, zone) })
  const rows: readonly (readonly [keyof typeof shared, string | null, boolean])[] = [
    ['place', place, false],
    ['date', when, false],
    ['vehicle', tractor, true],
    ['trailer', trailer, true],
    ['found', section === '32' ? people : null, false],
  ]
  const facts = rows.flatMap(([key, text, exact]) => (text === null ? [] : [{ term: speech.say(shared[key]), text, exact }]))
  return [{ kind: 'heading', text: speech.say(shared.whatHappened) }, { kind: 'facts', facts }]
}

export function transporterIn(speech: Speech, { incident }: LetterFacts): string {
  return speech.say(transporterWords[incident.transporter])
}

/** The officer's reasons, exactly as written; a reader of another language is told that they are in English. */
export function reasonsAsWritten(speech: Speech, reasons: string, isMarked = false): readonly Block[] {
  const language = isMarked && speech.language !== 'en' ? { language: 'en' } : {}
  const paragraphs = asWritten(reasons).map((text): Block => ({ kind: 'paragraph', text, ...language }))
  if (speech.language === 'en') return paragraphs
  return [{ kind: 'paragraph', text: speech.say(shared.wroteInEnglish) }, ...paragraphs]
}

/** How the law is said in the nine languages that its own answers are not written in: by the names of its rules, as letters did at first, or whole. */
export type Telling = 'named' | 'whole'

interface Total {
  readonly label: string
  readonly amountPence: Pence
}

export function ladder(speech: Speech, calculation: Calculation, total: Total, telling: Telling = 'named'): Block {
  return {
    kind: 'ladder',
    caption: speech.say(shared.ladderCaption),
    columns: [speech.say(shared.ruleColumn), speech.say(shared.amountColumn)],
    rungs: calculation.steps.map((step): Rung => ({
      text: lawIn(speech, step, telling) ?? nameOfRule(speech, step),
      amount: step.applied && step.amountPence !== null ? speech.amount(step.amountPence) : '',
      cite: step.cite,
      url: step.url,
    })),
    total: { label: total.label, amount: speech.amount(total.amountPence) },
  }
}

function lawIn(speech: Speech, { text, textFr, told }: ClockStep, telling: Telling): string | undefined {
  return speech.ofLaw(text, textFr, telling === 'whole' ? told : undefined)
}

function nameOfRule(speech: Speech, { rule, text, applied }: Step): string {
  const name = Object.entries(ruleNames).find(([each]) => each === rule)?.[1]
  if (name === undefined) return text
  return applied ? speech.say(name) : `${speech.say(name)}: ${speech.say(shared.notApplied)}`
}

/** Said before a ladder in which rules are only named. */
export function rulesAreNamed(speech: Speech, { steps }: Calculation, telling: Telling = 'named'): readonly Block[] {
  return steps.some((step) => lawIn(speech, step, telling) === undefined) ? [{ kind: 'paragraph', text: speech.say(shared.inEnglishBelow) }] : []
}

/** Why a last day is the day it is: the law's own sentences. */
export function whyThatDay(speech: Speech, { steps }: DayFact, telling: Telling = 'named'): string {
  const sentences = steps.flatMap((step) => lawIn(speech, step, telling) ?? [])
  const sources = [...new Set(steps.map(({ cite }) => cite))].join('; ')
  return sentences.length === 0 ? speech.say(shared.countedUnder, { cite: sources }) : `${sentences.join(' ')} (${sources})`
}

/** What to do with a letter that one cannot read, answer alone, or that came too late. */
export function help(speech: Speech): readonly Block[] {
  return [
    { kind: 'heading', text: speech.say(shared.helpHeading) },
    { kind: 'list', items: [speech.say(shared.helpLanguage), speech.say(shared.helpOther), speech.say(shared.helpLater)] },
  ]
}

/** How much, under which reference and to which account. */
export function howToPay(speech: Speech, { reference, authority }: LetterFacts, amountPence: Pence): readonly Block[] {
  return [
    heading(speech.say(noticeWords.howToPay)),
    paragraph(speech.say(noticeWords.payNow, { amount: speech.amount(amountPence), reference })),
    { kind: 'facts', facts: authority.payTo.map((line) => ({ term: termOf(speech, line), text: line.value, exact: /\d/.test(line.value) })) },
  ]
}

function termOf(speech: Speech, { term, en, fr }: PaymentLine): string {
  return term === undefined ? (speech.ofLaw(en, fr) ?? en) : speech.say(shared[term])
}

export function heading(text: string): Block {
  return { kind: 'heading', text }
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

export function reachUs(speech: Speech, { authority, reference }: LetterFacts): readonly Block[] {
  return [
    { kind: 'heading', text: speech.say(shared.reachUs) },
    {
      kind: 'facts',
      facts: [
        { term: speech.say(shared.write), text: [authority.name, ...authority.lines].join(', ') },
        { term: speech.say(shared.email), text: authority.email },
        { term: speech.say(shared.quote), text: reference, exact: true },
      ],
    },
  ]
}
