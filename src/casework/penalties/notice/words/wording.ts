import type { OwnWords } from '../../own-case/words/english.ts'
import type { english } from './english.ts'

/** The standing words of every letter in one language, by part and name. */
export type Wording = { readonly [part in keyof typeof english]: { readonly [name in keyof (typeof english)[part]]: string } }

/** The same with the words of a person’s own pages. */
export type AllWording = Wording & { readonly own: OwnWords }
