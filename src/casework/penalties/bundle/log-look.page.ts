import { recordLook } from '#platform/events'
import type { PageContext } from '#platform/web'
import type { Appeal } from '../appeal/appeal.ts'
import { readCase } from '../case/case.store.ts'

/** The lane's record and its photographs go into the bundle, so the look is logged on the find too and not only on the case. */
export async function logLookAtFind({ db, by }: PageContext, { caseId, claimNumber }: Appeal): Promise<void> {
  const detectionId = (await readCase(db, caseId))?.detectionId ?? null
  if (detectionId === null) return
  await recordLook(db, { subject: `detection:${detectionId}`, what: 'record and photographs, for a bundle of evidence', by: by(`Appeal ${claimNumber}`) })
}
