/** A letter as bytes, ready for the post. `reference` is ours, names nobody, and is how the carrier speaks of it afterwards. */
export interface LetterParcel {
  readonly reference: string
  readonly pdf: Uint8Array
}

/** A short e-mail with the letter behind a link. */
export interface EmailParcel {
  readonly reference: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
}

/** `taken`: it is theirs now. `refused`: they will not take it, however often they are asked. `not-now`: ask again later. */
export type Handed =
  | { readonly answer: 'taken'; readonly carrierId: string }
  | { readonly answer: 'refused'; readonly why: string }
  | { readonly answer: 'not-now'; readonly why: string }

/** Where a parcel is, as far as its carrier says. `waiting` is no news. */
export interface Whereabouts {
  readonly carrierId: string
  readonly standing: 'waiting' | 'dispatched' | 'delivered' | 'failed'
  /** The carrier’s own word for it. */
  readonly word: string
}

/** Somebody who takes letters or e-mails from us. Every answer may be lost on the way, so `find` asks after what may have been taken. Throws when it cannot be reached. */
export interface Carrier {
  /** As it stands in history and on the screens. */
  readonly name: string
  letter?(parcel: LetterParcel): Promise<Handed>
  email?(parcel: EmailParcel): Promise<Handed>
  /** What was taken under our reference; undefined where nothing was. */
  find?(reference: string): Promise<Whereabouts | undefined>
  /** Undefined where the carrier no longer remembers. */
  whereabouts?(carrierId: string): Promise<Whereabouts | undefined>
}
