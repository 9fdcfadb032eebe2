import type { Happening } from '#platform/decisions'

/** How often a person had a quarantined message tried again, and what came of it last. */
export interface QuarantineRetry {
  readonly attempts: number
  /** `understood`, or the reason it still is not. */
  readonly outcome: string
}

export interface MessageTriedAgain extends Happening {
  readonly type: 'message-tried-again'
  readonly outcome: string
}

export function evolve(retry: QuarantineRetry | undefined, event: MessageTriedAgain): QuarantineRetry {
  return { attempts: (retry?.attempts ?? 0) + 1, outcome: event.outcome }
}
