import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { CaseLink } from '../case-link/case-link.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Flag } from '../flag/flag.ts'
import type { InformationRequest } from '../information-request/information-request.ts'
import type { Note } from '../note/note.ts'
import type { PersonLink } from '../person-link/person-link.ts'
import type { Representative } from '../representative/representative.ts'
import { emptyFile, type FileOfCase } from './file-of-case.ts'

type Kept =
  | { readonly part: 'flags'; readonly state: Flag }
  | { readonly part: 'evidence'; readonly state: Evidence }
  | { readonly part: 'representatives'; readonly state: Representative }
  | { readonly part: 'requests'; readonly state: InformationRequest }
  | { readonly part: 'notes'; readonly state: Note }
  | { readonly part: 'links'; readonly state: CaseLink }
  | { readonly part: 'personLinks'; readonly state: PersonLink }

export async function fileOfCase(db: Database, caseId: string): Promise<FileOfCase> {
  return (await filesOfCases(db, [caseId])).get(caseId) ?? emptyFile
}

/** What lies in the files of these cases, each kind in the order it came, in one question. A link lies in both its cases. */
export async function filesOfCases(db: Database, caseIds: readonly string[]): Promise<ReadonlyMap<string, FileOfCase>> {
  const { rows } = await sql<Kept & { readonly case_id: string }>`
    with asked as (select unnest(${caseIds}::uuid[]) as id)
    select part, case_id, state from (
      select 'flags' as part, f.case_id, f.id, f.state from penalties.flag f join asked on asked.id = f.case_id
      union all select 'evidence', e.case_id, e.id, e.state from penalties.evidence e join asked on asked.id = e.case_id
      union all select 'representatives', r.case_id, r.id, r.state from penalties.representative r join asked on asked.id = r.case_id
      union all select 'requests', q.case_id, q.id, q.state from penalties.information_request q join asked on asked.id = q.case_id
      union all select 'notes', n.case_id, n.id, n.state from penalties.note n join asked on asked.id = n.case_id
      union all select 'links', l.case_id, l.id, l.state from penalties.case_link l join asked on asked.id = l.case_id
      union all select 'links', l.other_case_id, l.id, l.state from penalties.case_link l join asked on asked.id = l.other_case_id
      union all select 'personLinks', p.case_id, p.id, p.state from penalties.person_link p join asked on asked.id = p.case_id
    ) as kept order by id`.execute(db)
  const files = new Map<string, FileOfCase>()
  for (const { case_id, ...kept } of rows) files.set(case_id, withOne(files.get(case_id) ?? emptyFile, kept))
  return files
}

function withOne(file: FileOfCase, { part, state }: Kept): FileOfCase {
  return { ...file, [part]: [...file[part], state] }
}
