import type { By } from '#values'
import type { Database } from '#platform/database'
import type { Happening } from '#platform/decisions'
import { appendHistories, lockStream } from './history.store.ts'

/** A person's record that was opened, or a plate that was searched for. */
export interface Look {
  /** What was looked at: `case:ID`, `plate:AB12CDE`. */
  readonly subject: string
  /** What was shown, in a few words: `case page`, `plate history, 90 days`. */
  readonly what: string
  readonly by: By
}

interface RecordLookedAt extends Happening {
  readonly type: 'record-looked-at'
  readonly subject: string
  readonly what: string
}

/**
 * Logs a consultation (Data Protection Act 2018 s.62(1)(c)) in the same chain as the acts.
 * Throws unless the officer's reason is given: nobody looks without one.
 */
export async function recordLook(db: Database, { subject, what, by }: Look): Promise<void> {
  if (by.reason === undefined || by.reason.trim() === '') throw new Error(`A look at ${subject} needs a reason`)
  const stream = `look:${subject}`
  await db.transaction().execute(async (tx) => {
    const version = await lockStream(tx, stream)
    const looked: RecordLookedAt = { type: 'record-looked-at', subject, what }
    await appendHistories(tx, by, [{ stream, version, events: [looked] }])
  })
}
