import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foldHistory } from '#platform/events'
import { printEnvelope } from '#platform/documents'
import { newId } from '#platform/identity'
import { aCaseFile } from '#test/a-case-file'
import { anOpenCase, byCaseworker } from '#test/a-proposed-case'
import { aDatabase } from '#test/database'
import { aCase, aDriver, anOwner, caseworker, eventsOf, personFacts, seniorOfficer } from '#test/penalties'
import { readPdf } from '#test/read-pdf'
import { day, instant, pounds } from '#values'
import { previewAssessment } from '../assessment/propose-assessment.store.ts'
import { actionsInFile } from '../file/actions-in-file.ts'
import { emptyFile } from '../file/file-of-case.ts'
import { changeInFile } from '../file/kept-in-file.store.ts'
import { letterLanguages, type LetterLanguage } from '../person/language.ts'
import { personsOfCase, readPerson } from '../person/person.store.ts'
import { evolveRequest, isOverdue, toJudge, type InformationRequest, type RequestEvent } from './information-request.ts'
import { factsWith, judgeAnswer } from './judge-answer.ts'
import { factProposed, questionsFor } from './questions.ts'
import { envelopeOf, templateOf } from '../notice/letter-templates.ts'
import { requestFacts } from './request-letter.ts'
import { closeRequest, giveMoreTime, receiveAnswers, remindOfRequest, requestInformation, type Received, type Requesting } from './request-information.ts'
import { judgeAnswerOf, requestThing } from './request.store.ts'

const driver = aDriver()
const letter = { sha256: 'a'.repeat(64) }
const requesting = (change: Partial<Requesting> = {}): Requesting => ({
  requestId: newId(), personId: driver.id, questions: ['actions-taken', 'means'], sentOn: day('2024-01-15'), answerBy: day('2024-02-12'), road: 'post', sentTo: 'Andrei Popescu', letter, sentBy: caseworker, ...change,
})
const folded = (state: InformationRequest | undefined, events: readonly RequestEvent[]): InformationRequest => events.reduce<InformationRequest | undefined>(evolveRequest, state) ?? assert.fail()
const aRequest = (change: Partial<Requesting> = {}): InformationRequest => folded(undefined, eventsOf(requestInformation(aCase(), [], requesting(change))))
const received = (receivedOn: string, change: Partial<Received> = {}): Received => ({ id: newId(), question: 'actions-taken', receivedOn: day(receivedOn), from: 'Andrei Popescu', says: 'I looked at every stop', evidenceId: null, proposes: { fact: 'complied', found: true }, ...change })
const answered = (receivedOn: string): InformationRequest => folded(aRequest(), eventsOf(receiveAnswers(aRequest(), [received(receivedOn)], day('2024-06-01'))))

describe('a request for information', () => {
  test('asks each person about what concerns them', () => {
    const codes = (person: typeof driver) => questionsFor(person).map(({ code }) => code)
    assert.ok(!codes(driver).includes('business-size') && codes(driver).includes('means'))
    assert.ok(codes(anOwner()).includes('business-size') && !codes(anOwner()).includes('means'))
  })
  test('is one at a time for a person', () => {
    assert.deepEqual(requestInformation(aCase(), [aRequest()], requesting()), { refused: 'asked-already' })
    assert.deepEqual(requestInformation(aCase(), [], requesting({ answerBy: day('2024-01-15') })), { refused: 'answer-before-asked' })
  })
  test('is overdue the day after the day we asked for, and not on it', () => {
    assert.deepEqual([isOverdue(aRequest(), day('2024-02-12')), isOverdue(aRequest(), day('2024-02-13'))], [false, true])
    assert.deepEqual(remindOfRequest(aRequest(), { on: day('2024-02-12'), by: caseworker }), { refused: 'still-in-time' })
    assert.equal(eventsOf(remindOfRequest(aRequest(), { on: day('2024-02-13'), by: caseworker })).length, 1)
  })
  test('gets more time with reasons, to a later day only', () => {
    const more = (until: string, reasons = 'She is abroad') => ({ until: day(until), reasons, by: caseworker, on: day('2024-02-01') })
    assert.deepEqual(giveMoreTime(aRequest(), more('2024-02-12')), { refused: 'not-a-longer-time' })
    assert.deepEqual(giveMoreTime(aRequest(), more('2024-02-20', ' ')), { refused: 'reasons-needed' })
    assert.equal(isOverdue(folded(aRequest(), eventsOf(giveMoreTime(aRequest(), more('2024-02-20')))), day('2024-02-20')), false)
  })
  test('takes an answer that comes late, also once nothing more was waited for', () => {
    assert.deepEqual([answered('2024-02-12'), answered('2024-02-13')].map(({ answers }) => answers[0]?.isLate), [false, true])
    const closed = folded(aRequest(), eventsOf(closeRequest(aRequest(), { as: 'unanswered', reasons: 'Silence', by: caseworker, on: day('2024-03-01') })))
    assert.equal(eventsOf(receiveAnswers(closed, [received('2024-03-05')], day('2024-03-05'))).length, 1)
  })
  test('does not call silence an answer', () => {
    assert.deepEqual(closeRequest(aRequest(), { as: 'answered', reasons: 'Done', by: caseworker, on: day('2024-03-01') }), { refused: 'no-answer-yet' })
  })
  test('stands among what the case waits for, until its answers are judged', () => {
    const codes = (request: InformationRequest, today: string) => actionsInFile(aCase(), { ...emptyFile, requests: [request] }, day(today)).map(({ code }) => code)
    assert.deepEqual([codes(aRequest(), '2024-02-12'), codes(aRequest(), '2024-02-13'), codes(answered('2024-02-01'), '2024-02-13')], [['answer-awaited'], ['answer-overdue'], ['judge-answers']])
  })
})

describe('the letter that asks', () => {
  const template = templateOf('information-request', 1)
  const file = aCaseFile()
  const [first] = file.persons
  const facts = (language: LetterLanguage) => ({ ...requestFacts(file, first ?? assert.fail(), { questions: ['what-happened', 'actions-taken', 'papers'], answerBy: day('2023-04-01') }), language })
  for (const language of letterLanguages) {
    test(`in ${language} asks each question by its number, says the day, and is set whole as a tagged PDF`, async () => {
      const [letter, ...others] = envelopeOf(template, facts(language))
      assert.deepEqual(others.map((other) => other.language), language === 'en' ? [] : ['en'])
      const texts = letter.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
      for (const number of [1, 2, 3]) assert.equal(texts.filter((text) => text.startsWith(`${number}. `)).length, 1)
      const { pages, objects } = readPdf(await printEnvelope([letter], template.layout, instant('2023-03-03T09:00:00Z')))
      const printed = pages.join().replace(/\s/g, '')
      for (const text of texts) assert.ok(printed.includes(text.replace(/\s/g, '').slice(0, 25)), text)
      assert.match(objects, /<pdfuaid:part>1<\/pdfuaid:part>/)
    })
  }
  test('names in English what the regulations ask of this very person', () => {
    const [letter] = envelopeOf(template, facts('en'))
    const lists = letter.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))
    assert.ok(lists.some((item) => /standard checks/.test(item)))
    assert.ok(!lists.some((item) => /seal used carries a number of its own/.test(item)))
  })
  test('asks nothing of what was not chosen', () => {
    assert.deepEqual(requestFacts(file, first ?? assert.fail(), { questions: ['means'], answerBy: day('2023-04-01') }).duties, [])
  })
})

describe('an answer', () => {
  test('proposes the fact of the person it is about', () => {
    assert.deepEqual(factProposed('accreditation', 'driver', 'yes'), { fact: 'employedByAccredited', is: true })
    assert.deepEqual(factProposed('accreditation', 'owner', 'yes'), { fact: 'accreditedAtIncident', is: true })
    assert.deepEqual(factProposed('means', 'driver', pounds(36)), { fact: 'means', amountPence: 3600 })
    assert.deepEqual([factProposed('duress', 'driver', ''), factProposed('what-happened', 'driver', 'yes'), factProposed('business-size', 'owner', 'vast')], [null, null, null])
  })
  test('rests on the answer and on the reasons of who accepted it', () => {
    assert.deepEqual(factsWith(personFacts(), { fact: 'complied', found: true }, { evidence: 'His letter', reasons: 'It fits the seals' }).complied, { found: true, evidence: 'His letter', reasons: 'It fits the seals' })
  })
  test('is judged once, with reasons', () => {
    const request = answered('2024-02-01')
    const [answer] = toJudge(request)
    const judging = (reasons: string) => judgeAnswer(request, answer?.id ?? '', { accepted: false, reasons, by: seniorOfficer, on: day('2024-02-05') })
    assert.deepEqual(judging(' '), { refused: 'reasons-needed' })
    const judged = folded(request, eventsOf(judging('Nothing supports it')))
    assert.deepEqual(toJudge(judged), [])
    assert.deepEqual(judgeAnswer(judged, answer?.id ?? '', { accepted: true, reasons: 'After all', by: seniorOfficer, on: day('2024-02-06') }), { refused: 'answer-judged-already' })
  })
})

describe('an answer that is accepted', async () => {
  const db = await aDatabase()
  const caseId = await anOpenCase(db)
  const person = (await personsOfCase(db, caseId)).find(({ capacity }) => capacity === 'driver') ?? assert.fail()
  const requestId = newId()
  const act = { id: requestId, caseId, by: byCaseworker }
  const [takes, leaves] = [received('2024-02-01'), received('2024-02-01', { question: 'duress', proposes: { fact: 'duress', found: true } })]
  eventsOf(await changeInFile(db, requestThing, act, (_none, { found, others }) => requestInformation(found, others, requesting({ requestId, personId: person.id, questions: ['actions-taken', 'duress'] }))))
  eventsOf(await changeInFile(db, requestThing, act, (request) => receiveAnswers(request, [takes, leaves], day('2024-02-01'))))
  const judging = (answerId: string, accepted: boolean) => judgeAnswerOf(db, act, { answerId, judged: { accepted, reasons: 'It fits the seals', by: caseworker, on: day('2024-02-05') } })
  const sealOf = async () => (await previewAssessment(db, caseId, '32'))?.seal

  test('becomes a fact of the person, and the law is asked with it', async () => {
    const before = await sealOf()
    eventsOf(await judging(takes.id, true))
    assert.partialDeepStrictEqual(await readPerson(db, person.id), { facts: { complied: { found: true, reasons: 'It fits the seals' } } })
    assert.notEqual(await sealOf(), before)
  })
  test('is refused a second time and changes nothing', async () => {
    const before = await sealOf()
    assert.deepEqual(await judging(takes.id, true), { refused: 'answer-judged-already' })
    assert.equal(await sealOf(), before)
  })
  test('stays an answer where it is declined', async () => {
    eventsOf(await judging(leaves.id, false))
    assert.partialDeepStrictEqual(await readPerson(db, person.id), { facts: { duress: null } })
    assert.deepEqual(await foldHistory(db, requestThing, requestId), await requestThing.read(db, requestId))
  })
  test('is not judged from within another case', async () => {
    const elsewhere = await anOpenCase(db)
    const result = await judgeAnswerOf(db, { ...act, caseId: elsewhere }, { answerId: takes.id, judged: { accepted: true, reasons: 'x', by: caseworker, on: day('2024-02-05') } })
    assert.deepEqual(result, { refused: 'not-in-this-case' })
  })
})
