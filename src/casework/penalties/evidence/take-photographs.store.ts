import { photoSubjectWords, readDetection, readPhoto, type Photo } from '#border/examinations'
import { announce, isRefused, refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { newId } from '#platform/identity'
import { dayOf, siteName, timeOfDay, zoneOf, type By, type Site } from '#values'
import { readCase } from '../case/case.store.ts'
import { named } from '../penalty/penalty.ts'
import { addEvidence, type Adding } from './add-evidence.ts'
import type { Evidence, EvidenceEvent, EvidenceKind } from './evidence.ts'
import { changeEvidenceWithBytes } from './evidence.store.ts'

/** Photographs of the find that are not in the file yet. */
export async function photographsNotTaken(db: Database, detectionId: string | null, items: readonly Evidence[]): Promise<readonly Photo[]> {
  const detection = detectionId === null ? undefined : await readDetection(db, detectionId)
  const inFile = new Set(items.map(({ file }) => file.sha256))
  return (detection?.photos ?? []).filter(({ sha256 }) => !inFile.has(sha256))
}

/** Puts the photographs that the lane took into the file, each with who took it and when; those that have not arrived from the port come the next time. */
export async function takePhotographs(db: Database, caseId: string, items: readonly Evidence[], by: By): Promise<Decision<EvidenceEvent>> {
  const found = await readCase(db, caseId)
  if (found === undefined) return refuse('no-such-case')
  const { port } = found.incident
  const taken: EvidenceEvent[] = []
  for (const photo of await photographsNotTaken(db, found.detectionId, items)) {
    const bytes = await readPhoto(db, port, photo.sha256)
    if (bytes === undefined) continue
    const adding = evidenceFrom(photo, port, by)
    const decision = await changeEvidenceWithBytes(db, { kept: adding.file, bytes, id: adding.evidenceId, caseId, by }, (_none, around) => addEvidence(around.found, around.others, adding, dayOf(by.at)))
    if (!isRefused(decision)) taken.push(...decision.events)
  }
  return taken.length === 0 ? refuse('no-photograph-has-come') : announce(...taken)
}

const kinds: Readonly<Partial<Record<Photo['of'], EvidenceKind>>> = { checklist: 'checklist', papers: 'vehicle-papers' }

function evidenceFrom({ sha256, of, contentType, sizeBytes, attachedAt, attachedBy }: Photo, site: Site, by: By): Adding {
  return {
    evidenceId: newId(), title: `${photoSubjectWords[of].en}, photographed at ${timeOfDay(attachedAt, zoneOf(site))}`, kind: kinds[of] ?? 'photograph', personId: null,
    file: { sha256, contentType, sizeBytes },
    provenance: { suppliedBy: `${attachedBy}, ${siteName(site)}`, road: 'at-the-scene', receivedOn: dayOf(attachedAt), seenAtScene: 'seen', note: 'From the lane’s own record of the find' },
    transcript: '', versionOf: null, disclosure: 'as-it-is', addedBy: named(by), addedAt: by.at,
  }
}
