import { announce, refuse, type Decision } from '#platform/decisions'
import { daysAfter, type By, type CalendarDate, type Instant, type Site } from '#values'
import { detectionEvidenceDays } from '../limits.ts'

/** An officer's wish that a crossing be kept for a case, until a day. */
export interface Hold {
  /** The crossing's. */
  readonly id: string
  readonly site: Site
  readonly reference: string
  readonly reason: string
  readonly untilOn: CalendarDate
  readonly heldBy: string
  readonly heldAt: Instant
  readonly releasedBy: string | null
  readonly releasedAt: Instant | null
}

export type CrossingHeld = Pick<Hold, 'id' | 'site' | 'reference' | 'reason' | 'untilOn' | 'heldBy' | 'heldAt'> & { readonly type: 'crossing-held' }

export interface HoldReleased {
  readonly type: 'hold-released'
  readonly releasedBy: string
  readonly releasedAt: Instant
}

export function evolveHold(hold: Hold | undefined, event: CrossingHeld | HoldReleased): Hold {
  if (event.type === 'crossing-held') {
    const { type: _type, ...held } = event
    return { ...held, releasedBy: null, releasedAt: null }
  }
  if (hold === undefined) throw new Error('hold-released before the crossing was held')
  const { type: _type, ...released } = event
  return { ...hold, ...released }
}

type Wanted = Pick<Hold, 'id' | 'site' | 'reference' | 'reason' | 'untilOn'>

/** Keeps a crossing for a case, no longer than a find would. One that is held is held for longer by holding it again. */
export function holdCrossing(hold: Hold | undefined, wanted: Wanted, today: CalendarDate, { name, at }: By): Decision<CrossingHeld> {
  if (wanted.untilOn <= today) return refuse('hold-ends-before-it-begins')
  if (wanted.untilOn > daysAfter(detectionEvidenceDays, today)) return refuse('hold-too-long')
  if (hold !== undefined && hold.releasedAt === null && hold.untilOn >= wanted.untilOn) return refuse('held-already')
  return announce({ type: 'crossing-held', ...wanted, heldBy: name, heldAt: at })
}

export function releaseHold(hold: Hold | undefined, { name, at }: By): Decision<HoldReleased> {
  if (hold === undefined || hold.releasedAt !== null) return refuse('not-held')
  return announce({ type: 'hold-released', releasedBy: name, releasedAt: at })
}
