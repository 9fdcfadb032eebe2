import { actionsAsked, areActionsAsked } from '#law'
import type { Block, Envelope, Letter, LetterLayout } from '#platform/documents'
import type { CalendarDate } from '#values'
import { dutiesOf } from '../compliance/compliance-of.ts'
import { letterFacts, type CaseFile } from '../notice/gather-letter-facts.ts'
import type { LetterFacts } from '../notice/letter-facts.ts'
import { authenticText, letterFrame, reachUs, references, transporterIn, whatHappened } from '../notice/letter-parts.ts'
import { speech, type Speech } from '../notice/letter-speech.ts'
import { asCapacity, requestWords as words } from '../notice/letter-words.ts'
import type { Sentence } from '../notice/sentence.ts'
import type { Person } from '../person/person.ts'
import type { QuestionCode } from './questions.ts'

/** What a request is written from, frozen on the day it goes. */
export interface RequestLetterFacts extends LetterFacts {
  readonly sentOn: CalendarDate
  readonly answerBy: CalendarDate
  readonly questions: readonly QuestionCode[]
  /** What the regulations ask of this person, in the law's own two languages. */
  readonly duties: readonly { readonly en: string; readonly fr: string }[]
  /** Where it can be answered at the public door; absent in letters of before there was one. The code stands on the paper alone. */
  readonly online?: { readonly address: string; readonly code: string | null }
}

export const requestLayout: LetterLayout = 'letter-1'

export interface Asking {
  readonly questions: readonly QuestionCode[]
  readonly answerBy: CalendarDate
}

export function requestFacts(file: CaseFile, person: Person, { questions, answerBy }: Asking): RequestLetterFacts {
  const duties = questions.includes('actions-taken') ? dutiesInWords(file, person) : []
  return { ...letterFacts(file, person, file.found.incident), sentOn: file.on, answerBy, questions, duties }
}

function dutiesInWords({ found, persons }: CaseFile, person: Person): RequestLetterFacts['duties'] {
  const question = dutiesOf(found, person, persons)
  return areActionsAsked(question.transporter, question.on) ? actionsAsked(question).value.map(({ words: { en, fr } }) => ({ en, fr })) : []
}

/** What the question says on paper and on a screen. */
export function wordsOfQuestion(code: QuestionCode): Sentence {
  return words[asked[code]]
}

/** The reader's language first, and the English text with it. */
export function requestEnvelope(facts: RequestLetterFacts): Envelope {
  const english = writeRequest(speech('en'), facts)
  return facts.language === 'en' ? [english] : [writeRequest(speech(facts.language), facts), english]
}

const asked: Readonly<Record<QuestionCode, keyof typeof words>> = {
  'what-happened': 'whatHappened', 'actions-taken': 'actionsTaken', 'absent-and-acted': 'absentAndActed', 'accreditation': 'accreditation', 'duress': 'duress',
  'business-size': 'businessSize', 'means': 'means', 'who-had-the-vehicle': 'whoHadTheVehicle', 'papers': 'papers',
}

function writeRequest(speech: Speech, facts: RequestLetterFacts): Letter {
  const { reference, sentOn, answerBy, questions } = facts
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
  return {
    ...letterFrame(speech, facts, false),
    title: speech.say(words.title),
    subject: speech.say(words.subject),
    running: speech.say(words.running, { reference }),
    particulars: [{ term: speech.say(words.sentOn), text: speech.day(sentOn) }, ...references(speech, facts)],
    blocks: [
      ...authenticText(speech, facts),
      paragraph(speech.say(words.opening, { day: speech.day(facts.incident.occurredOn), transporter: transporterIn(speech, facts), capacity: speech.say(asCapacity[facts.capacity]) })),
      paragraph(speech.say(words.undecided)),
      { kind: 'notice', heading: `${speech.say(words.answerBy)} ${speech.day(answerBy)}`, text: speech.say(words.answerByNote) },
      ...whatHappened(speech, facts),
      { kind: 'heading', text: speech.say(words.asked) },
      ...questions.map((code, at) => paragraph(`${at + 1}. ${speech.say(wordsOfQuestion(code))}`)),
      ...duties(speech, facts),
      { kind: 'heading', text: speech.say(words.howToAnswer) },
      ...onlineToo(speech, facts),
      ...[words.answerAnyWay, words.sendCopies, words.represented].map((sentence) => paragraph(speech.say(sentence))),
      ...reachUs(speech, facts),
    ],
  }
}

/** The law's sentences stand in the languages that it has; the English text has them all. */
function duties(speech: Speech, facts: RequestLetterFacts): readonly Block[] {
  const items = facts.duties.flatMap(({ en, fr }) => speech.ofLaw(en, fr) ?? [])
  return items.length === 0 ? [] : [{ kind: 'paragraph', text: speech.say(words.duties) }, { kind: 'list', items }]
}

function onlineToo(speech: Speech, { online }: RequestLetterFacts): readonly Block[] {
  if (online === undefined) return []
  return [
    { kind: 'paragraph', text: speech.say(words.answerOnline) },
    { kind: 'facts', facts: [{ term: speech.say(words.onlineAt), text: online.address, exact: true }, { term: speech.say(words.onlineCode), text: online.code ?? '\u2022\u2022\u2022\u2022', exact: true }] },
  ]
}
