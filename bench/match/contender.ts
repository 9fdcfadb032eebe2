/** Something that finds listed plates from what cameras made of them. */
export interface Contender {
  readonly name: string
  /** What it runs on and how it was set, for whoever doubts that it was set well. */
  readonly settings: string
  /** More plates than this it cannot hold, or not in a time that a measurement may take; `tooMany` says why. */
  readonly platesMax?: number
  readonly tooMany?: string
  build(plates: readonly string[]): Promise<Built>
}

export interface Built {
  /** Finds what these reads may be, as quickly as it can, and returns how many answers there were. */
  find(reads: readonly string[]): number | Promise<number>
  /** The same, told: the plates found for each read. Not given where answers mean something else than the others'. */
  readonly answers?: (reads: readonly string[]) => Promise<readonly (readonly string[])[]>
  /** Lists one more plate and finds it. */
  addAndFind(plate: string): boolean | Promise<boolean>
  memoryBytes(): number | Promise<number>
  /** Processor time of processes that work for it elsewhere, so far. */
  readonly elsewhereMs?: () => number
  close(): void | Promise<void>
}

/** The most a plate may cost above the read itself, as lists alert by default. Every contender's candidates are held to it by the same code. */
export const costMax = 8
