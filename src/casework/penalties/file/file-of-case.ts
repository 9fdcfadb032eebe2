import type { CaseLink } from '../case-link/case-link.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Flag } from '../flag/flag.ts'
import type { InformationRequest } from '../information-request/information-request.ts'
import type { Note } from '../note/note.ts'
import type { PersonLink } from '../person-link/person-link.ts'
import type { Representative } from '../representative/representative.ts'

/** What lies in the file of a case beside its persons, penalties and money. */
export interface FileOfCase {
  readonly flags: readonly Flag[]
  readonly evidence: readonly Evidence[]
  readonly representatives: readonly Representative[]
  readonly requests: readonly InformationRequest[]
  readonly notes: readonly Note[]
  readonly links: readonly CaseLink[]
  readonly personLinks: readonly PersonLink[]
}

export const emptyFile: FileOfCase = { flags: [], evidence: [], representatives: [], requests: [], notes: [], links: [], personLinks: [] }

/** The head of each part's stream in the history. */
const streamOf: Readonly<Record<keyof FileOfCase, string>> = {
  flags: 'flag', evidence: 'evidence', representatives: 'representative', requests: 'information-request', notes: 'note', links: 'case-link', personLinks: 'person-link',
}

/** The streams of everything in the file, with the person each is about. */
export function streamsInFile(file: FileOfCase): readonly { readonly stream: string; readonly personId: string | null }[] {
  const parts = Object.keys(streamOf) as (keyof FileOfCase)[]
  return parts.flatMap((part) => file[part].map((kept) => ({ stream: `${streamOf[part]}:${kept.id}`, personId: 'personId' in kept ? kept.personId : null })))
}
