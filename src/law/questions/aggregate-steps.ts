import type { Pence } from '#values'
import { maximumOf } from './aggregate-cap.ts'
import { amountInWords, say } from '../words.ts'
import { step, type Step } from '../step.ts'
import { tierAggregate } from '../instruments/level-of-penalty-code-of-practice.ts'
import type { Caps } from '../assessment.ts'
import type { Facts } from './facts.ts'

interface Cut {
  readonly capped: Pence
  readonly caps: Caps
  readonly facts: Facts
}

export function aggregateSteps({ capped, caps, facts }: Cut): readonly Step[] {
  const isTier = facts.settings.tierCap === 'HARD' && caps.tierExceeded && caps.tierPence !== null
  const cap = amountInWords(isTier && caps.tierPence !== null ? caps.tierPence : caps.statutoryPence)
  const share = amountInWords(capped)
  const words = say(
    `All the penalties together are above ${cap.en}. A share in proportion would be ${share.en}; how a cut is shared is not stated, so a person decides.`,
    `L’ensemble dépasse ${cap.fr}. Une part proportionnelle serait de ${share.fr} ; le partage n’étant pas fixé, une personne décide.`,
  )
  return [step('aggregate-cap', { words, under: isTier ? tierAggregate : maximumOf(facts).under, amount: capped })]
}
