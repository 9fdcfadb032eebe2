import type { Database } from '#platform/database'
import type { Instant } from '#values'
import type { Section } from '../../src/border/examinations/detection/detection.ts'
import { changeDetection } from '../../src/border/examinations/detection/detection.store.ts'
import { noteSection } from '../../src/border/examinations/detection/note-section.ts'
import { attachTaken, photoHash } from '../../src/border/examinations/detection/photo.store.ts'
import type { PhotoSubject } from '../../src/border/examinations/detection/photo.ts'
import { recordDetection } from '../../src/border/examinations/detection/record-detection.ts'
import { startDetection } from '../../src/border/examinations/detection/start-detection.ts'
import { sections } from './a-detection.ts'
import { eventsOf } from './penalties.ts'

export interface TakenOf {
  readonly of: PhotoSubject
  readonly bytes: Buffer
}

/** A find recorded at Calais with its photographs, as the centre holds it once it has arrived. */
export async function aFoundLorry(db: Database, { id, at, photographs }: { readonly id: string; readonly at: Instant; readonly photographs: readonly TakenOf[] }): Promise<void> {
  const act = { id, by: { officerId: 'lane', name: 'Test lane officer', role: 'lane-officer', site: 'calais', at } } as const
  eventsOf(await changeDetection(db, act, (before) => startDetection(before, { id, site: 'calais', searchId: null, crossingId: null, startedAt: at, startedBy: 'Test lane officer' })))
  for (const [section, answers] of Object.entries(sections)) eventsOf(await changeDetection(db, act, (before) => noteSection(before, { section, answers } as Section, at)))
  eventsOf(await changeDetection(db, act, (before) => recordDetection(before, at)))
  eventsOf(await attachTaken(db, act, photographs.map(({ of, bytes }) => ({ bytes, photo: { of, sha256: photoHash(bytes), contentType: 'image/png', sizeBytes: bytes.length, attachedAt: at, attachedBy: 'Test lane officer' } }))))
}
