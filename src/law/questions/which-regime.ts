import type { CalendarDate } from '#values'
import { regimeByConduct } from '../instruments/commencement-regulations-2023.ts'
import { inForce, type Answer } from '../provision.ts'
import { dayInBoth, say } from '../words.ts'
import { step, type Step } from '../step.ts'
import type { Regime } from '../assessment.ts'

/** Throws for conduct before the scheme of assessed penalties, which Juxta does not hold. */
export function whichRegime(conductOn: CalendarDate): Answer<Regime> {
  return inForce(regimeByConduct, conductOn)
}

export function regimeStep(conductOn: CalendarDate): Step {
  const { value: regime } = whichRegime(conductOn)
  const on = dayInBoth(conductOn)
  const words = say(`The incident was on ${on.en}, so ${names[regime].en}.`, `L’incident date du ${on.fr} : ${names[regime].fr}.`)
  return step('regime', { words, under: regimeByConduct })
}

const names = {
  PRE_2023: say('the law before 13 February 2023 applies, of which only the bounds are held', 'le droit antérieur au 13 février 2023 s’applique, dont seules les limites sont connues'),
  R2023: say('the law of 13 February 2023 applies', 'le droit du 13 février 2023 s’applique'),
  R2026: say('the law of 13 February 2023 applies with the practice of 1 January 2026', 'le droit du 13 février 2023 s’applique avec la pratique du 1er janvier 2026'),
} as const
