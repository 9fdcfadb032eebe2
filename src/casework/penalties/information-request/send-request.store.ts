import { isRefused, refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { printEnvelope } from '#platform/documents'
import { newId } from '#platform/identity'
import { dayOf, type By } from '#values'
import { keepBytes } from '../evidence/evidence.store.ts'
import { changeInFileIn } from '../file/kept-in-file.store.ts'
import { openCaseFile } from '../notice/case-file.store.ts'
import { sha256 } from '../notice/document.store.ts'
import { named } from '../penalty/penalty.ts'
import { makePersonLinkIn, newCode } from '../person-link/person-link.store.ts'
import { addresseeOf, inOneLine } from '../representative/addressee.ts'
import type { RequestEvent, RequestRoad } from './information-request.ts'
import { questionsFor } from './questions.ts'
import { requestEnvelope, requestFacts, requestLayout, type Asking, type RequestLetterFacts } from './request-letter.ts'
import { requestInformation } from './request-information.ts'
import { requestThing } from './request.store.ts'

interface Sending extends Asking {
  readonly caseId: string
  readonly personId: string
  readonly road: RequestRoad
  readonly demonstration: boolean
  /** Where the public door is; undefined where there is none, and then the letter names none. */
  readonly publicDoorUrl?: string | undefined
}

/** Writes the letter, keeps it byte for byte, and begins to wait for an answer: all of it, or nothing. */
export async function sendRequest(db: Database, { caseId, personId, questions, answerBy, road, demonstration, publicDoorUrl }: Sending, by: By): Promise<Decision<RequestEvent>> {
  const sentOn = dayOf(by.at)
  const file = await openCaseFile(db, caseId, { on: sentOn, demonstration })
  const person = file.persons.find(({ id }) => id === personId)
  if (person === undefined) return refuse('no-such-person')
  const asked = questionsFor(person).map(({ code }) => code).filter((code) => questions.includes(code))
  const code = newCode()
  const online = publicDoorUrl === undefined ? {} : { online: { address: `${publicDoorUrl}/answer`, code: null } }
  const facts: RequestLetterFacts = { ...requestFacts(file, person, { questions: asked, answerBy }), ...online }
  const pdf = Buffer.from(await printEnvelope(requestEnvelope(withCode(facts, code)), requestLayout, by.at))
  const requestId = newId()
  const requesting = {
    requestId, personId, questions: asked, sentOn, answerBy, road, letter: { facts, sha256: sha256(pdf) }, sentBy: named(by),
    sentTo: inOneLine(addresseeOf(person, file.representatives, sentOn)),
  }
  return db.transaction().execute(async (tx) => {
    const decision = await changeInFileIn(tx, requestThing, { id: requestId, caseId, by }, (_none, { found, others }) => requestInformation(found, others, requesting))
    if (isRefused(decision)) return decision
    await keepBytes(tx, requesting.letter.sha256, pdf, by.at)
    if (facts.online !== undefined) await makePersonLinkIn(tx, { caseId, personId, code, reasons: 'With the request for information' }, by)
    return decision
  })
}

/** As the paper says it: the code is printed, and kept nowhere else. */
function withCode(facts: RequestLetterFacts, code: string): RequestLetterFacts {
  return facts.online === undefined ? facts : { ...facts, online: { ...facts.online, code } }
}
