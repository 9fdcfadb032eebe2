/** What can become of a letter after it has left (casework.md F22). */
export const outcomeCodes = ['delivered-to-person', 'delivered-at-address', 'mailbox-accepted', 'refused', 'unknown-at-address', 'moved', 'not-collected', 'deceased', 'returned-unexplained', 'mailbox-refused'] as const
export type OutcomeCode = (typeof outcomeCodes)[number]

export interface OutcomeRule {
  readonly words: string
  readonly endsAs: 'delivered' | 'returned'
  /** Somebody has to find another address before anything goes on. */
  readonly needsTracing: boolean
  /** What it does to the days of the law, or that it does nothing to them. */
  readonly effect: string
}

const runsFromNotice = 'It moves no last day: time runs from the date on the notice, whenever it arrived.'
const nobodyHasIt = 'It moves no last day by itself, because the regulations count from the notice. Recovery stands still until somebody has traced an address and served it again, with new days or the same ones.'

export const outcomeRules: Readonly<Record<OutcomeCode, OutcomeRule>> = {
  'delivered-to-person': { words: 'Given to the person', endsAs: 'delivered', needsTracing: false, effect: runsFromNotice },
  'delivered-at-address': { words: 'Delivered at the address', endsAs: 'delivered', needsTracing: false, effect: runsFromNotice },
  'mailbox-accepted': { words: 'Taken by the mailbox', endsAs: 'delivered', needsTracing: false, effect: `Nobody is known to have read it. ${runsFromNotice}` },
  refused: { words: 'Refused at the address', endsAs: 'returned', needsTracing: false, effect: `Somebody was there and would not take it. ${runsFromNotice} A person decides whether to serve it another way.` },
  'unknown-at-address': { words: 'Unknown at this address', endsAs: 'returned', needsTracing: true, effect: nobodyHasIt },
  moved: { words: 'Moved away', endsAs: 'returned', needsTracing: true, effect: nobodyHasIt },
  'not-collected': { words: 'Held by the post and not collected', endsAs: 'returned', needsTracing: true, effect: nobodyHasIt },
  deceased: { words: 'The person has died', endsAs: 'returned', needsTracing: true, effect: 'It moves no last day. Recovery stands still, and a person decides what follows.' },
  'returned-unexplained': { words: 'Came back without a reason', endsAs: 'returned', needsTracing: true, effect: nobodyHasIt },
  'mailbox-refused': { words: 'Refused by the mailbox', endsAs: 'returned', needsTracing: false, effect: 'The letter by post stands by itself; where there is none, one is planned.' },
}

export function endsAs(code: OutcomeCode): OutcomeRule['endsAs'] {
  return outcomeRules[code].endsAs
}
