import type { Instant } from '#values'
import { announce, refuse, type Decision } from '#platform/decisions'
import { faultInAlarm } from './check-alarm.ts'
import type { Detection, Section, SectionNoted } from './detection.ts'
import { faultInPapers } from './papers.ts'
import { sameAnswers } from './same-answers.ts'
import { faultInScene } from './scene.ts'
import { faultInVehicle } from './vehicle.ts'

/** Saves one step of the form, so that nothing is lost when the telephone dies before the last one. */
export function noteSection(detection: Detection | undefined, section: Section, now: Instant): Decision<SectionNoted> {
  if (detection === undefined) return refuse('no-such-detection')
  if (detection.stage === 'discarded') return refuse('draft-was-discarded')
  if (detection.stage === 'recorded') return refuse('already-recorded')
  const fault = faultIn(section, now)
  if (fault !== undefined) return refuse(fault)
  if (sameAnswers(detection[section.section], section.answers)) return announce()

  return announce({ type: 'detection-noted', ...section })
}

/** The first thing that cannot be right in one part, as a refusal's code. */
export function faultIn({ section, answers }: Section, now: Instant): string | undefined {
  switch (section) {
    case 'alarm': return faultInAlarm(answers, now)
    case 'vehicle': return faultInVehicle(answers)
    case 'papers': return faultInPapers(answers, now)
    case 'scene': return faultInScene(answers, now)
  }
}
