import type { Instant } from '#values'
import { announce, refuse, type Decision } from '#platform/decisions'
import { peopleFound } from './alarm.ts'
import type { Detection, DetectionCorrected, Section } from './detection.ts'
import { peopleIn } from './hand-over.ts'
import { faultIn } from './note-section.ts'
import { sameAnswers } from './same-answers.ts'

export interface CorrectionMade {
  readonly because: string
  readonly at: Instant
  readonly by: string
}

/** Changes one part of the record, with the reason. The history keeps what it said before. */
export function correctDetection(detection: Detection | undefined, section: Section, made: CorrectionMade): Decision<DetectionCorrected> {
  if (detection === undefined) return refuse('no-such-detection')
  if (detection.stage !== 'recorded') return refuse('record-first')
  if (sameAnswers(detection[section.section], section.answers)) return refuse('nothing-changed')
  const fault = faultIn(section, made.at) ?? faultInCount(detection, section)
  if (fault !== undefined) return refuse(fault)

  return announce({ type: 'detection-corrected', ...section, ...made })
}

function faultInCount({ handOvers }: Detection, { section, answers }: Section): string | undefined {
  if (section !== 'alarm') return undefined
  const { adults, children } = peopleIn(handOvers)
  return peopleFound(answers) < adults + children ? 'fewer-than-handed-over' : undefined
}
