/** One line of a list of facts; `exact` marks what must be copied letter by letter: references, plates. */
export interface Fact {
  readonly term: string
  readonly text: string
  readonly exact?: boolean
}

/** One rung of a calculation. A rung without an amount is a rule that was looked at and changed nothing. */
export interface Rung {
  readonly text: string
  readonly amount: string
  readonly cite: string
  readonly url: string
}

export interface LastDay {
  readonly what: string
  readonly day: string
  readonly why: string
}

/** What letters are made of. Blocks carry finished sentences, so that the page and the PDF cannot say different things. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  /** `language` where the words are in another one than the letter: an officer’s own English in a Polish letter. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly language?: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'amount'; readonly label: string; readonly amount: string; readonly note: string }
  | { readonly kind: 'days'; readonly caption: string; readonly columns: readonly [string, string]; readonly days: readonly LastDay[] }
  | { readonly kind: 'ladder'; readonly caption: string; readonly columns: readonly [string, string]; readonly rungs: readonly Rung[]; readonly total: { readonly label: string; readonly amount: string } }
  | { readonly kind: 'notice'; readonly heading: string; readonly text: string }

export interface Letter {
  /** Its tag, such as `pl`: screen readers choose their voice by it. The fonts that ship cover the Latin, Cyrillic and Greek scripts. */
  readonly language: string
  readonly title: string
  /** What the letter is for, in one line above its title. */
  readonly subject: string
  readonly sender: { readonly name: string; readonly lines: readonly string[] }
  readonly recipient: readonly string[]
  readonly particulars: readonly Fact[]
  readonly blocks: readonly Block[]
  /** At the head of every following page and the foot of each. */
  readonly running: string
  readonly page: string
  readonly of: string
  /** Words that say this is not what it looks like: a draft, a demonstration. */
  readonly marks: readonly string[]
}

/** What goes into one envelope: the letter in the reader's language first, and the authentic text after it. */
export type Envelope = readonly [Letter, ...Letter[]]
