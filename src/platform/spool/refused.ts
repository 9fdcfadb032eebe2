/** The spool cannot promise to keep this entry now, and says so at once: it has no room on the disk, or more waits for the disk than memory may hold. */
export class SpoolRefused extends Error {
  readonly why: 'no-space' | 'busy'

  constructor(why: SpoolRefused['why'], cause?: unknown) {
    super(why === 'no-space' ? 'No space is left for the spool, its reserve included' : 'More waits to be written than may be held in memory', { cause })
    this.why = why
  }
}

/** What file systems say when they, or a user's share of them, are full. */
export function isOutOfSpace(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(fault.code))
}
