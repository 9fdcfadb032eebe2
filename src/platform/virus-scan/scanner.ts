/** What a scanner made of some bytes. `failed`: it answered and could not look, for instance because the file is larger than it takes. */
export type Scanned =
  | { readonly found: 'clean' }
  | { readonly found: 'infected'; readonly threat: string }
  | { readonly found: 'failed'; readonly why: string }

/** Something that looks for malware. Throws `ScannerAway` when it cannot be reached or does not answer. */
export interface Scanner {
  scan(bytes: Uint8Array): Promise<Scanned>
  /** What it looks by, in its own words: another text means other definitions, and that what was clean is looked at again. */
  definitions(): Promise<string>
}

/** The scanner cannot be reached, or did not answer in time. Nothing is known of the file by it. */
export class ScannerAway extends Error {
  override readonly name = 'ScannerAway'
}
