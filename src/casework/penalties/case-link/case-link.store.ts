import { refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { caseOfReference } from '../case/case.store.ts'
import { fileOfCase } from '../file/file-of-case.store.ts'
import { changeInFileIn, thingInFile, type ActInFile } from '../file/kept-in-file.store.ts'
import { evolveLink, linkCases, type CaseLink, type CasesLinked, type LinkEvent } from './case-link.ts'

/** A link lies in the files of both its cases. */
export const linkThing = {
  ...thingInFile<CaseLink, LinkEvent>('case-link', 'case_link', evolveLink),
  ofCase: async (db: Database, caseId: string): Promise<readonly CaseLink[]> => (await fileOfCase(db, caseId)).links,
}

type Linking = Omit<CasesLinked, 'type' | 'under' | 'caseId' | 'otherCaseId'> & { readonly otherReference: string }

/** Named by the reference that everybody calls the other case. */
export async function linkCasesOf(tx: Database, act: ActInFile, { otherReference, ...linking }: Linking): Promise<Decision<LinkEvent>> {
  const other = await caseOfReference(tx, otherReference.trim().toUpperCase())
  if (other === undefined) return refuse('no-case-of-that-reference')
  return changeInFileIn(tx, linkThing, act, (_none, { found, others }) => linkCases(found, others, { ...linking, otherCaseId: other.id }))
}
