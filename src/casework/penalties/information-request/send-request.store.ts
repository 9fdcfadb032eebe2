import { isRefused, refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { newId } from '#platform/identity'
import { dayOf, type By } from '#values'
import { changeInFileIn } from '../file/kept-in-file.store.ts'
import { openCaseFile } from '../notice/case-file.store.ts'
import { keepDocument, sha256 } from '../notice/document.store.ts'
import type { InformationRequestFacts } from '../notice/letter-facts.ts'
import { templateInForce } from '../notice/letter-templates.ts'
import { printLetter } from '../notice/print-letter.store.ts'
import { named } from '../penalty/penalty.ts'
import { makePersonLinkIn, newCode } from '../person-link/person-link.store.ts'
import { addresseeOf, inOneLine } from '../representative/addressee.ts'
import { planService } from '../service/change-dispatch.store.ts'
import { approvedTemplates } from '../template/template-approval.store.ts'
import type { RequestEvent } from './information-request.ts'
import { questionsFor } from './questions.ts'
import { requestFacts, type Asking } from './request-letter.ts'
import { requestInformation } from './request-information.ts'
import { requestThing } from './request.store.ts'

interface Sending extends Asking {
  readonly caseId: string
  readonly personId: string
  readonly demonstration: boolean
  /** Where the public door is; undefined where there is none, and then the letter names none. */
  readonly publicDoorUrl?: string | undefined
}

/** Writes the letter, plans how it goes, and begins to wait for an answer: all of it, or nothing. The letter and the request have one id. */
export async function sendRequest(db: Database, { caseId, personId, questions, answerBy, demonstration, publicDoorUrl }: Sending, by: By): Promise<Decision<RequestEvent>> {
  const sentOn = dayOf(by.at)
  const template = templateInForce('information-request', sentOn, await approvedTemplates(db))
  if (template === undefined) return refuse('no-letter-approved')
  const file = await openCaseFile(db, caseId, { on: sentOn, demonstration })
  const person = file.persons.find(({ id }) => id === personId)
  if (person === undefined) return refuse('no-such-person')
  const asked = questionsFor(person).map(({ code }) => code).filter((code) => questions.includes(code))
  const [id, code] = [newId(), newCode()]
  const online = publicDoorUrl === undefined ? {} : { online: { address: `${publicDoorUrl}/answer`, code: null } }
  const facts = { ...requestFacts(file, person, { questions: asked, answerBy }), ...online }
  const pdf = await printLetter(template, withCode(facts, code), by.at)
  const requesting = {
    requestId: id, personId, questions: asked, sentOn, answerBy, letter: { sha256: sha256(pdf) }, sentBy: named(by),
    sentTo: inOneLine(addresseeOf(person, file.representatives, sentOn)),
  }
  return db.transaction().execute(async (tx) => {
    const decision = await changeInFileIn(tx, requestThing, { id, caseId, by }, (_none, { found, others }) => requestInformation(found, others, requesting))
    if (isRefused(decision)) return decision
    await keepDocument(tx, { id, penaltyId: null, personId, templateVersion: template.version, facts, pdf, causeId: null, by })
    await planService(tx, { id, penaltyId: null, personId, purpose: 'information-request' }, by)
    if (facts.online !== undefined) await makePersonLinkIn(tx, { caseId, personId, code, reasons: 'With the request for information' }, by)
    return decision
  })
}

/** As the paper says it: the code is printed, and kept nowhere else. */
export function withCode(facts: InformationRequestFacts, code: string): InformationRequestFacts {
  return facts.online === undefined ? facts : { ...facts, online: { ...facts.online, code } }
}
