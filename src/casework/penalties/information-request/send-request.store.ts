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
import { addresseeOf, inOneLine } from '../representative/addressee.ts'
import type { RequestEvent, RequestRoad } from './information-request.ts'
import { questionsFor } from './questions.ts'
import { requestEnvelope, requestFacts, requestLayout, type Asking } from './request-letter.ts'
import { requestInformation } from './request-information.ts'
import { requestThing } from './request.store.ts'

interface Sending extends Asking {
  readonly caseId: string
  readonly personId: string
  readonly road: RequestRoad
  readonly demonstration: boolean
}

/** Writes the letter, keeps it byte for byte, and begins to wait for an answer: all of it, or nothing. */
export async function sendRequest(db: Database, { caseId, personId, questions, answerBy, road, demonstration }: Sending, by: By): Promise<Decision<RequestEvent>> {
  const sentOn = dayOf(by.at)
  const file = await openCaseFile(db, caseId, { on: sentOn, demonstration })
  const person = file.persons.find(({ id }) => id === personId)
  if (person === undefined) return refuse('no-such-person')
  const asked = questionsFor(person).map(({ code }) => code).filter((code) => questions.includes(code))
  const facts = requestFacts(file, person, { questions: asked, answerBy })
  const pdf = Buffer.from(await printEnvelope(requestEnvelope(facts), requestLayout, by.at))
  const requestId = newId()
  const requesting = {
    requestId, personId, questions: asked, sentOn, answerBy, road, letter: { facts, sha256: sha256(pdf) }, sentBy: named(by),
    sentTo: inOneLine(addresseeOf(person, file.representatives, sentOn)),
  }
  return db.transaction().execute(async (tx) => {
    const decision = await changeInFileIn(tx, requestThing, { id: requestId, caseId, by }, (_none, { found, others }) => requestInformation(found, others, requesting))
    if (!isRefused(decision)) await keepBytes(tx, requesting.letter.sha256, pdf, by.at)
    return decision
  })
}
