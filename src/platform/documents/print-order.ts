/** What the printing thread is asked for. */
export interface PrintOrder {
  readonly id: number
  readonly source: string
  /** JSON, read by the layout as plain text and never as markup. */
  readonly input: string
  /** Pictures, each under the path that the layout reads it by. */
  readonly files: Files
  readonly writtenAtSeconds: number
}

export type Files = Readonly<Record<string, Uint8Array>>

/** A document as bytes, and how many pages it came to. */
export interface Print {
  readonly pdf: Uint8Array
  readonly pages: number
}

export type Printed = (Print & { readonly id: number }) | { readonly id: number; readonly fault: string }
