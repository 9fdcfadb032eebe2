import { announce, refuse, type Decision } from '#platform/decisions'
import { sisterStage, type SisterAnswer, type SisterCorrection, type SistersAnswered } from './sister-correction.ts'

/** Another officer agrees or sends it back. Agreed and not finished, it may be gone on with. */
export function answerSisters(current: SisterCorrection | undefined, answer: SisterAnswer): Decision<SistersAnswered> {
  if (current === undefined) return refuse('no-such-sister-correction')
  const stage = sisterStage(current)
  if (stage === 'unfinished' && answer.agreed) return announce()
  if (stage !== 'waiting') return refuse('no-sister-correction-waits')
  if (current.proposedBy.officerId === answer.by.officerId) return refuse('sisters-proposed-by-you')
  if (!answer.agreed && answer.reasons.trim() === '') return refuse('reasons-needed')
  return announce({ type: 'sister-correction-answered', answer })
}
