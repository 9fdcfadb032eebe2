/** A connection that is kept for one camera until it is closed. */
export interface Line {
  close(): Promise<void>
}

export type LineReason = 'stalled' | 'ended' | 'broken-stream' | 'fault' | 'not-a-range' | 'not-a-target' | 'address-not-allowed' | 'name-unknown' | 'unreachable' | 'credentials-refused' | 'redirected' | 'answered-badly' | 'answer-too-large'

/** How a line stands, as the machine that keeps it sees it. */
export interface LineState {
  readonly state: 'trying' | 'up' | 'down'
  readonly reason: LineReason | null
  readonly detail: string | null
  /** Attempts since it was last up. */
  readonly tries: number
}

/** Where the messages of one camera go, and who hears how its line is. */
export interface LineEnds {
  readonly cameraId: string
  /** Settles once the message is on disk. */
  readonly receive: (bytes: Uint8Array, contentType?: string) => Promise<void>
  readonly told: (state: LineState) => void
  /** Something came, were it only a sign of life. */
  readonly heard: () => void
  readonly onFault: (what: string, fault: unknown) => void
}
