import type { CalendarDate } from '#values'
import { regimeByConduct } from '../instruments/commencement-regulations-2023.ts'
import { inForce, type Answer } from '../provision.ts'
import { dayInBoth, tell } from '../words.ts'
import { step, type Step } from '../step.ts'
import type { Regime } from '../assessment.ts'

/** Throws for conduct before the scheme of assessed penalties, which Juxta does not hold. */
export function whichRegime(conductOn: CalendarDate): Answer<Regime> {
  return inForce(regimeByConduct, conductOn)
}

export function regimeStep(conductOn: CalendarDate): Step {
  const { value: regime } = whichRegime(conductOn)
  return step('regime', { words: tell(names[regime], { on: dayInBoth(conductOn) }), under: regimeByConduct })
}

const names = { PRE_2023: 'regime-before-2023', R2023: 'regime-of-2023', R2026: 'regime-of-2026' } as const
