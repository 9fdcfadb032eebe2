import type { Happening, Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { newId } from '#platform/identity'
import { daysAfter, type By, type CalendarDate } from '#values'
import { addEvidence } from '../evidence/add-evidence.ts'
import { changeEvidenceWithBytes, evidenceThing } from '../evidence/evidence.store.ts'
import { commentOnEvidence, showToPersons } from '../evidence/show-to-persons.ts'
import { changeInFile } from '../file/kept-in-file.store.ts'
import { raiseFlag } from '../flag/raise-flag.ts'
import { flagThing } from '../flag/flag.store.ts'
import { questionCodes } from '../information-request/questions.ts'
import { sendRequest } from '../information-request/send-request.store.ts'
import { answerWithinDays, flagLookedAtAfterDays } from '../limits.ts'
import { writeNote } from '../note/note.ts'
import { noteThing } from '../note/note.store.ts'
import { sha256 } from '../notice/document.store.ts'
import { named } from '../penalty/penalty.ts'
import { personsOfCase } from '../person/person.store.ts'
import { nameOf } from '../person/person.ts'

interface Seeding {
  readonly caseId: string
  readonly on: CalendarDate
  readonly by: By
}

const asSeen = ['Checklist of the driver (demonstration)', 'Cologne 06:10, seal 4471 whole', 'Liège 09:45, seal 4471 whole, roof looked at', 'Dunkirk road 13:20, not stopped'].join('\n')
const asSent = ['Checklist of the driver (demonstration)', 'Cologne 06:10, seal 4471 whole', 'Liège 09:45, seal 4471 whole, roof looked at', 'Dunkirk road 13:20, seal 4471 whole, roof and axles looked at', 'Calais 15:05, all doors looked at'].join('\n')

/** Two copies of one checklist that differ, a flag, a note, and for a case that has just its persons a question to each. */
export async function seedFile(db: Database, seeding: Seeding, done: (decision: Decision<Happening>) => unknown): Promise<void> {
  const { caseId, by, on } = seeding
  const first = newId()
  done(await paper(db, seeding, { id: first, title: 'Checklist as the lane saw it', text: asSeen, versionOf: null }))
  done(await paper(db, seeding, { id: newId(), title: 'Checklist as the owner sent it', text: asSent, versionOf: first }))
  await seedShown(db, seeding, first, done)
  const [flagId, noteId] = [newId(), newId()]
  const raising = { flagId, kind: 'press', personId: null, reasons: 'A local paper asked about this lorry (invented).', fromOn: on, untilOn: null, reviewOn: daysAfter(flagLookedAtAfterDays, on), raisedBy: named(by) } as const
  done(await changeInFile(db, flagThing, { id: flagId, caseId, by }, (_none, { found, others }) => raiseFlag(found, others, raising)))
  done(await changeInFile(db, noteThing, { id: noteId, caseId, by }, (_none, { found }) => writeNote(found, { noteId, category: 'telephone', personId: null, text: 'The owner called and was told how to send papers (invented).', writtenBy: named(by), writtenAt: by.at })))
}

/** The first copy is shown to everybody of the case at the public door, and the first of them says something about it. */
async function seedShown(db: Database, { caseId, by, on }: Seeding, evidenceId: string, done: (decision: Decision<Happening>) => unknown): Promise<void> {
  const persons = await personsOfCase(db, caseId)
  const [first] = persons
  if (first === undefined) return
  const act = { id: evidenceId, caseId, by }
  done(await changeInFile(db, evidenceThing, act, (item) => showToPersons(item, { to: persons.map(({ id }) => id), reasons: 'Each may say what they know of it (invented).', by: named(by), on })))
  const comment = { id: newId(), personId: first.id, from: nameOf(first), says: 'The second stop is missing here; it is in the copy that was sent later (invented).', at: by.at }
  done(await changeInFile(db, evidenceThing, act, (item) => commentOnEvidence(item, comment)))
}

/** Each person of a case is asked about their own duties. */
export async function seedRequests(db: Database, { caseId, on, by }: Seeding, done: (decision: Decision<Happening>) => unknown): Promise<void> {
  for (const { id: personId } of await personsOfCase(db, caseId)) {
    done(await sendRequest(db, { caseId, personId, questions: questionCodes, answerBy: daysAfter(answerWithinDays, on), demonstration: true }, by))
  }
}

interface Paper {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly versionOf: string | null
}

function paper(db: Database, { caseId, by, on }: Seeding, { id, title, text, versionOf }: Paper): Promise<Decision<Happening>> {
  const bytes = Buffer.from(text)
  const kept = { sha256: sha256(bytes), contentType: 'text/plain', sizeBytes: bytes.length } as const
  const seen = versionOf === null
  const provenance = { suppliedBy: seen ? 'The driver (demo)' : 'The owner (demo)', road: seen ? 'at-the-scene' : 'post', receivedOn: on, seenAtScene: seen ? 'seen' : 'not-seen', note: '' } as const
  const adding = { evidenceId: id, title, kind: 'checklist', personId: null, file: kept, provenance, transcript: text, versionOf, disclosure: 'as-it-is', addedBy: named(by), addedAt: by.at } as const
  return changeEvidenceWithBytes(db, { kept, bytes, id, caseId, by }, (_none, { found, others }) => addEvidence(found, others, adding, on))
}
