/** Bytes from outside that break a rule of their own format, or a limit of ours: the only error reading them may end in. */
export class Unintelligible extends Error {
  /** A fixed code such as `broken-xml`, kept with the bytes and put into words on the pages that show it. */
  readonly reason: string

  constructor(reason: string, detail: string) {
    super(`${reason}: ${detail}`)
    this.name = 'Unintelligible'
    this.reason = reason
  }
}
