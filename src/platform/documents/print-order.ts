/** What the printing thread is asked for. */
export interface PrintOrder {
  readonly id: number
  readonly source: string
  /** JSON, read by the layout as plain text and never as markup. */
  readonly input: string
  readonly writtenAtSeconds: number
}

export type Printed = { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly fault: string }
