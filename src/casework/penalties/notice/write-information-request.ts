import type { Letter } from '#platform/documents'
import type { QuestionCode } from '../information-request/questions.ts'
import type { InformationRequestFacts } from './letter-facts.ts'
import { authenticText, heading, letterFrame, paragraph, reachUs, references, transporterIn, whatHappenedCounted } from './letter-parts.ts'
import type { Speech } from './letter-speech.ts'
import { asCapacity, requestWords as words } from './letter-words.ts'
import type { Sentence } from './sentence.ts'
import { blocksOf, type BlockMakers } from './template-blocks.ts'

/** Questions put to one person, each by its number, with the day by which we ask for an answer and the ways to give one. */
const makers = {
  'authentic-text': authenticText,
  opening: (speech, facts) => [
    paragraph(speech.say(words.opening, { day: speech.day(facts.incident.occurredOn), transporter: transporterIn(speech, facts), capacity: speech.say(asCapacity[facts.capacity]) })),
    paragraph(speech.say(words.undecided)),
  ],
  'answer-by': (speech, { answerBy }) => [{ kind: 'notice', heading: `${speech.say(words.answerBy)} ${speech.day(answerBy)}`, text: speech.say(words.answerByNote) }],
  'what-happened-counted': whatHappenedCounted,
  asked: (speech, { questions }) => [heading(speech.say(words.asked)), ...questions.map((code, at) => paragraph(`${at + 1}. ${speech.say(wordsOfQuestion(code))}`))],
  // The law's sentences stand in the languages that it has; the English text has them all.
  duties: (speech, { duties }) => {
    const items = duties.flatMap(({ en, fr }) => speech.ofLaw(en, fr) ?? [])
    return items.length === 0 ? [] : [paragraph(speech.say(words.duties)), { kind: 'list', items }]
  },
  'how-to-answer': (speech) => [heading(speech.say(words.howToAnswer)), ...[words.answerAnyWay, words.sendCopies, words.represented].map((sentence) => paragraph(speech.say(sentence)))],
  // The code is printed and kept nowhere, so that a screen of the office shows dots in its place.
  online: (speech, { online }) => online === undefined ? [] : [
    paragraph(speech.say(words.answerOnline)),
    { kind: 'facts', facts: [{ term: speech.say(words.onlineAt), text: online.address, exact: true }, { term: speech.say(words.onlineCode), text: online.code ?? '\u2022\u2022\u2022\u2022', exact: true }] },
  ],
  'reach-us': reachUs,
} satisfies BlockMakers<InformationRequestFacts>

export type RequestBlock = keyof typeof makers

const asked: Readonly<Record<QuestionCode, keyof typeof words>> = {
  'what-happened': 'whatHappened', 'actions-taken': 'actionsTaken', 'absent-and-acted': 'absentAndActed', 'accreditation': 'accreditation', 'duress': 'duress',
  'business-size': 'businessSize', 'means': 'means', 'who-had-the-vehicle': 'whoHadTheVehicle', 'papers': 'papers',
}

/** What the question says on paper and on a screen. */
export function wordsOfQuestion(code: QuestionCode): Sentence {
  return words[asked[code]]
}

export function writeInformationRequest(blocks: readonly RequestBlock[]) {
  return (speech: Speech, facts: InformationRequestFacts, isDraft: boolean): Letter => ({
    ...letterFrame(speech, facts, isDraft),
    title: speech.say(words.title),
    subject: speech.say(words.subject),
    running: speech.say(words.running, { reference: facts.reference }),
    particulars: [{ term: speech.say(words.sentOn), text: speech.day(facts.sentOn) }, ...references(speech, facts)],
    blocks: blocksOf<InformationRequestFacts, typeof makers>(makers, blocks, speech, facts),
  })
}
