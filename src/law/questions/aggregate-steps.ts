import type { Pence } from '#values'
import { maximumOf } from './aggregate-cap.ts'
import { amountInWords, tell } from '../words.ts'
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
  const words = tell('above-the-cap', { cap, share: amountInWords(capped) })
  return [step('aggregate-cap', { words, under: isTier ? tierAggregate : maximumOf(facts).under, amount: capped })]
}
