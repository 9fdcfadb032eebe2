import type { LawSentences, Phrase } from '#law'
import type { OwnWords } from '../../own-case/words/english.ts'
import type { english } from './english.ts'

/** The standing words of every letter in one language, by part and name. */
export type Wording = { readonly [part in keyof typeof english]: { readonly [name in keyof (typeof english)[part]]: Phrase } }

/** The same with the words of a person’s own pages, and with what the law says. */
export type AllWording = Wording & { readonly own: OwnWords; readonly law: LawSentences }
