/** What of a case's history is shown: all that was done, one part of it, or who looked. */
export const timelineKinds = ['acts', 'decisions', 'letters', 'money', 'file', 'challenges', 'looks'] as const
export type TimelineKind = (typeof timelineKinds)[number]

export const timelineWords: Readonly<Record<TimelineKind, string>> = {
  acts: 'Everything done', decisions: 'Persons and decisions', letters: 'Letters', money: 'Money', file: 'File', challenges: 'Appeals', looks: 'Looks',
}

/** By what each stream's name begins with; what is in no list is money's. */
const heads: Readonly<Partial<Record<TimelineKind, readonly string[]>>> = {
  decisions: ['case', 'person', 'penalty', 'detention'],
  letters: ['dispatch', 'returned-letter'],
  file: ['flag', 'evidence', 'representative', 'information-request', 'note', 'case-link', 'person-link'],
  challenges: ['appeal'],
}

export function isInPart(kind: TimelineKind, stream: string): boolean {
  if (kind === 'acts') return true
  const head = stream.slice(0, stream.indexOf(':'))
  return kind === 'money' ? !Object.values(heads).flat().includes(head) : heads[kind]?.includes(head) === true
}
