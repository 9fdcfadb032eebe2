/** We will not connect there, or what answered is not what was asked for. Tried again by whoever keeps the connection. */
export class OutgoingRefused extends Error {
  /** A fixed code, put into words on the pages that show it. */
  readonly reason: OutgoingReason

  constructor(reason: OutgoingReason, detail: string) {
    super(detail)
    this.name = 'OutgoingRefused'
    this.reason = reason
  }
}

export type OutgoingReason = 'not-a-range' | 'not-a-target' | 'address-not-allowed' | 'name-unknown' | 'unreachable' | 'credentials-refused' | 'redirected' | 'answered-badly' | 'answer-too-large'
