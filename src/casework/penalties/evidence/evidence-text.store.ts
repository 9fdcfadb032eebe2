import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { evidenceTextMax } from '../limits.ts'
import type { KeptBytes } from './evidence.ts'

/** Keeps what a text file says beside its bytes, for the search. What is only a picture says nothing until somebody types it out. */
export async function keepText(tx: Database, { sha256, contentType }: Pick<KeptBytes, 'sha256' | 'contentType'>, bytes: Buffer): Promise<void> {
  if (contentType !== 'text/plain') return
  await sql`insert into penalties.evidence_text (sha256, content) values (${sha256}, ${bytes.toString('utf8').slice(0, evidenceTextMax)}) on conflict do nothing`.execute(tx)
}
