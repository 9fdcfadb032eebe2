import { epochMsOf, type Instant } from '#values'
import { answerExpectedMs } from './limits.ts'

/**
 * Where a picture is for whoever wants to see it: `here`; `there`, at its port, for the asking; `asked` and on its way; `late`,
 * asked for and without an answer for longer than a link takes; `gone`, no longer kept.
 */
export type PicturePlace = 'here' | 'there' | 'asked' | 'late' | 'gone'

interface Known {
  /** Whether the port that took it is this site, and has it still. */
  readonly own: 'kept' | 'gone' | 'elsewhere'
  readonly askedAt: Instant | null
  readonly answered: 'no' | 'with-picture' | 'without'
}

export function picturePlace({ own, askedAt, answered }: Known, now: Instant): PicturePlace {
  if (own !== 'elsewhere') return own === 'kept' ? 'here' : 'gone'
  if (answered !== 'no') return answered === 'with-picture' ? 'here' : 'gone'
  if (askedAt === null) return 'there'
  return epochMsOf(now) - epochMsOf(askedAt) > answerExpectedMs ? 'late' : 'asked'
}
