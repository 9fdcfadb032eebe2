import { isRefused, refuse, type Decision, type Happening, type Refusal } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import { newId } from '#platform/identity'
import { dayOf, type By } from '#values'
import { readCase } from '../case/case.store.ts'
import { named } from '../penalty/penalty.ts'
import { openCaseFile } from '../notice/case-file.store.ts'
import { keepDocument, readDocument } from '../notice/document.store.ts'
import { letterFacts } from '../notice/gather-letter-facts.ts'
import { issueIn } from '../notice/issue-penalty-notice.store.ts'
import type { CoveringLetterFacts } from '../notice/letter-facts.ts'
import { templateInForce } from '../notice/letter-templates.ts'
import { printLetter } from '../notice/print-letter.store.ts'
import { lockCase } from '../penalty/change-penalty.store.ts'
import { correctPerson } from '../person/correct-person.ts'
import { personsOfCase, personThing, readPerson } from '../person/person.store.ts'
import type { Address } from '../person/person.ts'
import { withCode } from '../information-request/send-request.store.ts'
import { makePersonLinkIn, newCode } from '../person-link/person-link.store.ts'
import { planService } from '../service/change-dispatch.store.ts'
import { approvedTemplates } from '../template/template-approval.store.ts'
import { issueAgain } from './issue-again.ts'
import { isSamePlace, settleReturn, traceAddress } from './follow-return.ts'
import { isOpenReturn, type ReturnedLetter } from './returned-letter.ts'
import { readReturn, returnsOfCases, returnThing } from './returned-letter.store.ts'

export interface ServingAgain {
  readonly returnedId: string
  readonly reasons: string
  readonly demonstration: boolean
  readonly by: By
}

/**
 * The address that was traced becomes the person’s, in the same act: every letter and every team reads it there. Other letters to the same
 * person that came back from the same place are traced with it.
 */
export async function traceAddressOf(db: Database, returnedId: string, address: Address, by: By): Promise<Decision<Happening>> {
  return withReturn(db, returnedId, by, async (tx, returned) => {
    const traced = await changeIn(tx, returnThing, { id: returnedId, by }, (state) => traceAddress(state, { address, on: dayOf(by.at), by: named(by) }))
    if (isRefused(traced)) return traced
    const [found, person, persons] = [await readCase(tx, returned.caseId), await readPerson(tx, returned.personId), await personsOfCase(tx, returned.caseId)]
    if (found === undefined || person === undefined) return refuse('no-such-person')
    const reasons = `A letter came back from ${[...returned.to.lines, returned.to.country].join(', ')}; traced: ${address.source}`
    const corrected = await changeIn(tx, personThing, { id: person.id, by }, (state) => correctPerson(state, found, persons, { identity: { ...person.identity, address }, facts: person.facts, reasons }))
    if (isRefused(corrected)) return corrected
    for (const { id } of await alsoBackFromThere(tx, returned)) await changeIn(tx, returnThing, { id, by }, (state) => traceAddress(state, { address, on: dayOf(by.at), by: named(by) }))
    return traced
  })
}

async function alsoBackFromThere(tx: Database, { id, caseId, personId, to }: ReturnedLetter): Promise<readonly ReturnedLetter[]> {
  const returns = await returnsOfCases(tx, [caseId])
  return returns.filter((other) => other.id !== id && other.personId === personId && isOpenReturn(other) && other.traced === null && isSamePlace(other.to, to))
}

/** A notice of its own day, to the address that was traced: the times run anew from it. */
export async function issueNoticeAgain(db: Database, { returnedId, reasons, demonstration, by }: ServingAgain, draftRead: string): Promise<Decision<Happening>> {
  return withReturn(db, returnedId, by, async (tx, { penaltyId }) => {
    if (penaltyId === null) return refuse('no-such-penalty')
    const issuedOn = dayOf(by.at)
    let letter = ''
    const issued = await issueIn(tx, { penaltyId, issuedOn, demonstration, draftRead, by }, (penalty, documentId) => {
      letter = documentId
      return issueAgain(penalty, { issuedOn, documentId, reasons })
    })
    if (isRefused(issued)) return issued
    return settle(tx, { returnedId, how: 'new-notice', reasons, documentId: letter, by })
  })
}

/** The same letter to the address that was traced, under a covering letter: its days stay as they were. */
export async function sendAgain(db: Database, { returnedId, reasons, demonstration, by }: ServingAgain): Promise<Decision<Happening>> {
  return withReturn(db, returnedId, by, async (tx, returned) => {
    const documentId = newId()
    const settled = await settle(tx, { returnedId, how: 'sent-again', reasons, documentId, by })
    if (isRefused(settled)) return settled
    const facts = await coveringFacts(tx, returned, { demonstration, by })
    const template = templateInForce(facts.purpose, facts.writtenOn, await approvedTemplates(tx))
    if (template === undefined) return refuse('no-letter-approved')
    const pdf = await printLetter(template, await withNewCode(tx, returned, facts, by), by.at)
    const of = { penaltyId: returned.penaltyId, ...(returned.penaltyId === null ? { personId: returned.personId } : {}) }
    await keepDocument(tx, { id: documentId, ...of, templateVersion: template.version, facts, pdf, causeId: null, by })
    await planService(tx, { id: documentId, ...of, purpose: 'covering-letter' }, by)
    return settled
  })
}

export async function leaveReturn(db: Database, returnedId: string, reasons: string, by: By): Promise<Decision<Happening>> {
  return withReturn(db, returnedId, by, (tx) => settle(tx, { returnedId, how: 'left', reasons, documentId: null, by }))
}

async function coveringFacts(tx: Database, { caseId, penaltyId, personId, documentId, returnedOn }: ReturnedLetter, { demonstration, by }: Pick<ServingAgain, 'demonstration' | 'by'>): Promise<CoveringLetterFacts> {
  const writtenOn = dayOf(by.at)
  const file = await openCaseFile(tx, caseId, { on: writtenOn, demonstration })
  const person = file.persons.find(({ id }) => id === personId)
  const about = penaltyId === null ? file.found.incident : file.penalties.find(({ id }) => id === penaltyId)
  const first = await readDocument(tx, documentId)
  if (person === undefined || about === undefined || first === undefined) throw new Error(`Letter ${documentId} is not kept`)
  const enclosed = first.facts.purpose === 'covering-letter' ? first.facts.enclosed : { documentId, datedOn: dayOf(first.createdAt), templateVersion: first.templateVersion, facts: first.facts }
  return { purpose: 'covering-letter', ...letterFacts(file, person, about), writtenOn, returnedOn, enclosed }
}

/** The code of the letter that came back is in somebody else's hands, so the one that goes again carries another. It is printed and not kept. */
async function withNewCode(tx: Database, { caseId, personId }: ReturnedLetter, facts: CoveringLetterFacts, by: By): Promise<CoveringLetterFacts> {
  const { enclosed } = facts
  if (enclosed.facts.purpose !== 'information-request' || enclosed.facts.online === undefined) return facts
  const code = newCode()
  await makePersonLinkIn(tx, { caseId, personId, code, reasons: 'With the request for information, sent again' }, by)
  return { ...facts, enclosed: { ...enclosed, facts: withCode(enclosed.facts, code) } }
}

interface Settling {
  readonly returnedId: string
  readonly how: NonNullable<ReturnedLetter['settled']>['how']
  readonly reasons: string
  readonly documentId: string | null
  readonly by: By
}

function settle(tx: Database, { returnedId, by, ...settling }: Settling): Promise<Decision<Happening>> {
  return changeIn(tx, returnThing, { id: returnedId, by }, (state) => settleReturn(state, { ...settling, on: dayOf(by.at), by: named(by) }))
}

/** A refusal after something was written takes all of it back. */
class TakenBack extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.refused)
    this.refusal = refusal
  }
}

/** Under the lock of its case, whole or not at all. */
async function withReturn(db: Database, returnedId: string, by: By, act: (tx: Database, returned: ReturnedLetter) => Promise<Decision<Happening>>): Promise<Decision<Happening>> {
  const whole = db.transaction().execute(async (tx) => {
    const returned = await readReturn(tx, returnedId)
    if (returned === undefined) return refuse('no-such-return')
    await lockCase(tx, returned.caseId)
    const decision = await act(tx, returned)
    if (isRefused(decision)) throw new TakenBack(decision)
    return decision
  })
  return whole.catch((fault: unknown) => {
    if (fault instanceof TakenBack) return fault.refusal
    throw fault
  })
}
