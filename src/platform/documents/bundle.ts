import type { Block, Fact } from './letter.ts'

/** A photograph by its hash; its bytes are handed to the printer beside the text. */
export interface Picture {
  readonly kind: 'picture'
  readonly sha256: string
  readonly contentType: 'image/jpeg' | 'image/png'
  /** What is to be seen, for whoever cannot see it. */
  readonly description: string
  readonly caption: string
}

export interface Column {
  readonly head: string
  /** `fit`: as wide as its words; `fill`: the rest of the line, shared. */
  readonly width: 'fit' | 'fill'
  /** Amounts are set to the right, in figures of one width. */
  readonly isAmount: boolean
}

/** Rows under headings. */
export interface Rows {
  readonly kind: 'rows'
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
}

/** A letter inside a bundle, in its own language. */
export interface Enclosed {
  readonly kind: 'enclosed'
  /** Its tag, such as `fr`. */
  readonly language: string
  readonly title: string
  readonly blocks: readonly Block[]
}

export type BundleBlock = Block | Picture | Rows | Enclosed

/** One numbered item: it begins on a page of its own and says where it comes from. */
export interface BundleItem {
  readonly title: string
  /** The day it is about or was made, in words; empty where it has none. */
  readonly dated: string
  readonly provenance: readonly Fact[]
  readonly sha256: string
  readonly blocks: readonly BundleBlock[]
}

export interface NotIncluded {
  readonly what: string
  readonly why: string
}

/** Many records as one document: a cover, an index with page numbers, what was left out, and the items. */
export interface Bundle {
  readonly title: string
  readonly subject: string
  readonly sender: string
  /** At the head of every page. */
  readonly running: string
  readonly marks: readonly string[]
  readonly particulars: readonly Fact[]
  readonly changes: readonly string[]
  readonly items: readonly BundleItem[]
  readonly notIncluded: readonly NotIncluded[]
  readonly words: BundleWords
}

/** The standing words of a bundle, so that the layout has none of its own. */
export interface BundleWords {
  readonly index: string
  readonly indexColumns: readonly [string, string, string, string]
  readonly changed: string
  readonly notIncluded: string
  readonly notIncludedColumns: readonly [Column, Column]
  readonly nothingLeftOut: string
  readonly howToCheck: string
  readonly howToCheckText: string
  readonly hash: string
  readonly page: string
  readonly of: string
}
