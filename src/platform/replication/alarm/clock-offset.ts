import { secondsBetween, type Instant } from '#values'

/** By how much the other site's clock is ahead of ours; behind, if negative. */
export interface ClockOffset {
  readonly seconds: number
  /** Half of what the two beats took on their way together: the true offset is not further away than this. */
  readonly uncertaintySeconds: number
}

/** One beat each way: ours as it left and as it arrived there, theirs as it left and as it arrived here. */
export interface TwoBeats {
  readonly sentAt: Instant
  readonly arrivedThereAt: Instant
  readonly answeredAt: Instant
  readonly arrivedAt: Instant
}

/** As RFC 5905 (section 8) reckons it: what both ways take alike cancels out. */
export function clockOffset({ sentAt, arrivedThereAt, answeredAt, arrivedAt }: TwoBeats): ClockOffset {
  const there = secondsBetween(sentAt, arrivedThereAt)
  const back = secondsBetween(answeredAt, arrivedAt)
  return { seconds: (there - back) / 2, uncertaintySeconds: Math.abs(there + back) / 2 }
}
