import { photosHere, photoSubjectWords, readDetection, recordForCourt, type Detection } from '#border/examinations'
import type { Database } from '#platform/database'
import { canonical, historyOf, sha256, type HistoryEntry } from '#platform/events'
import { dayInWords, dayOf, siteName } from '#values'
import type { Appeal } from '../appeal/appeal.ts'
import type { PenaltyCase } from '../case/penalty-case.ts'
import { readCase } from '../case/case.store.ts'
import { timelineEntries } from '../case/timeline-entries.ts'
import type { PenaltyEvent } from '../events.ts'
import { evidenceOf } from '../evidence/evidence.store.ts'
import { documentsOfPenalty, type LetterDocument } from '../notice/document.store.ts'
import { envelopeOf, templateOf } from '../notice/letter-templates.ts'
import { statementsOf } from '../payment/statement.store.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { penaltiesOfCase } from '../penalty/penalty.store.ts'
import type { Person } from '../person/person.ts'
import { everyoneOfCase } from '../person/person.store.ts'
import { dispatchesOfPenalty } from '../service/dispatch.store.ts'
import type { OfferedItem, WrittenItem } from './bundle.ts'
import { leftOutAlways } from './not-for-court.ts'
import { writeAccount } from './write-account.ts'
import { writeActs } from './write-acts.ts'
import { writeEvidence } from './write-evidence.ts'
import { writeFind } from './write-find.ts'
import { writeLetter } from './write-letter.ts'
import { writePictures, type Photograph } from './write-pictures.ts'
import { record } from './write-record.ts'
import { writeDispatches } from './write-dispatches.ts'
import { timelineTypes, writeTimeline } from './write-timeline.ts'

/** The penalty under appeal with all that belongs to it, and what a bundle can be made of. */
export interface AppealFile {
  readonly appeal: Appeal
  readonly found: PenaltyCase
  readonly penalty: Penalty
  readonly person: Person
  readonly detection: Detection | undefined
  readonly offered: readonly OfferedItem[]
}

/** Every record of the one penalty under appeal, in the order of a bundle. */
export async function openAppealFile(db: Database, appeal: Appeal): Promise<AppealFile> {
  const [found, persons, penalties] = [await readCase(db, appeal.caseId), await everyoneOfCase(db, appeal.caseId), await penaltiesOfCase(db, appeal.caseId)]
  const penalty = penalties.find(({ id }) => id === appeal.penaltyId)
  const person = persons.find(({ id }) => id === penalty?.personId)
  if (found === undefined || penalty === undefined || person === undefined) throw new Error(`Appeal ${appeal.id} is against nothing that is there`)

  const detection = found.detectionId === null ? undefined : await readDetection(db, found.detectionId)
  const acts = await historyOf(db, 'penalty', penalty.id)
  const written = [
    ...(detection === undefined ? [] : [findItem(detection, found), ...writePictures(await photographsOf(db, detection))]),
    ...writeEvidence(await evidenceOf(db, found.id), person.id),
    ...writeActs(acts.flatMap(doneIn), person),
    ...(await documentsOfPenalty(db, penalty.id)).toReversed().map(letterItem),
    record({ key: 'service', title: 'Service of each letter', on: null, from: 'The register of letters sent and what was heard of them', blocks: writeDispatches(await dispatchesOfPenalty(db, penalty.id)) }),
    ...(await accountItems(db, found, penalty)),
    await timelineItem(db, appeal, acts),
    ...leftOutAlways({ others: penalties.length - 1, record: recordStanding(found, detection) }),
  ]
  return { appeal, found, penalty, person, detection, offered: written.map(sealed) }
}

/** What has no file of its own is known by the hash of its words; what no court is given needs none. */
function sealed(item: WrittenItem): OfferedItem {
  if (item.isBarred) return { ...item, sha256: '' }
  return { ...item, sha256: item.sha256 ?? sha256(canonical({ title: item.title, blocks: item.blocks })) }
}

function findItem(detection: Detection, { incident }: PenaltyCase): WrittenItem {
  const { recordedAt, startedBy, site, corrections } = detection
  const recorded = recordedAt === null ? '' : `, recorded on ${dayInWords(dayOf(recordedAt))}`
  const corrected = corrections.map(({ because, at, by }) => `; corrected on ${dayInWords(dayOf(at))} by ${by}: ${because}`).join('')
  return record({ key: 'find', title: 'Record of the find, with checklist and driver’s account', on: incident.occurredOn, from: `The lane’s record at ${siteName(site)}, begun by ${startedBy}${recorded}${corrected}`, blocks: writeFind(recordForCourt(detection)) })
}

function recordStanding({ detectionId }: PenaltyCase, detection: Detection | undefined) {
  if (detection !== undefined) return 'here'
  return detectionId === null ? 'on-paper' : 'on-its-way'
}

async function photographsOf(db: Database, { site, photos }: Detection): Promise<readonly Photograph[]> {
  const here = await photosHere(db, site, photos.map((photo) => photo.sha256))
  return photos.map((photo) => ({ ...photo, subject: photoSubjectWords[photo.of].en, mayShowPeople: photo.of === 'hiding-place', hasArrived: here.has(photo.sha256) }))
}

function doneIn({ body, by, version }: HistoryEntry) {
  return body === undefined ? [] : [{ place: version, event: body as PenaltyEvent, by: `${by.name} (${by.role.replaceAll('-', ' ')})` }]
}

/** The letter’s own sentences again, from the facts stored with it; the hash is of the file that was sent. */
function letterItem({ id, facts, purpose, templateVersion, pdfSha256, createdAt, createdBy }: LetterDocument): WrittenItem {
  const envelope = envelopeOf(templateOf(purpose, templateVersion), facts)
  const title = envelope.find(({ language }) => language === 'en')?.title ?? purpose
  const from = `Letter ${facts.reference}, written by ${createdBy}; set again here from the facts and template ${templateVersion} that it was printed from`
  return { ...record({ key: `letter:${id}`, title, on: dayOf(createdAt), from, blocks: writeLetter(envelope) }), sha256: pdfSha256, hashOf: 'the file that was sent' }
}

async function accountItems(db: Database, found: PenaltyCase, { id }: Penalty): Promise<readonly WrittenItem[]> {
  const stated = (await statementsOf(db, found)).flatMap(({ own }) => own).find(({ penaltyId }) => penaltyId === id)
  return stated === undefined ? [] : [record({ key: 'account', title: 'Account of the penalty', on: null, from: 'The double-entry ledger of the casework team', blocks: writeAccount(stated) })]
}

async function timelineItem(db: Database, { id, caseId }: Appeal, acts: readonly HistoryEntry[]): Promise<WrittenItem> {
  const told = [...(await historyOf(db, 'case', caseId)), ...acts, ...(await historyOf(db, 'appeal', id))].filter(({ type }) => timelineTypes.has(type))
  const entries = timelineEntries(told.toSorted((one, other) => one.seq - other.seq), new Map())
  return record({ key: 'timeline', title: 'Timeline of notices, objection and appeal', on: null, from: 'The case’s hash-chained history', blocks: writeTimeline(entries) })
}
