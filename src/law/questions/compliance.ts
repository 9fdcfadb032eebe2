import type { Action } from '../instruments/carriers-liability-regulations-2002-actions.ts'
import { complianceIsNoDefence, complianceIsPersonal } from '../instruments/decided-cases.ts'
import { reductionForCompliance } from '../instruments/immigration-and-asylum-act-1999.ts'
import { citationOf, type Answer } from '../provision.ts'
import { actionsAsked, type DutyQuestion } from './own-actions.ts'

/** `did-not-arise`: nothing happened, or nothing is fitted, that would have called for it. */
export const actionStandings = ['shown', 'not-shown', 'did-not-arise'] as const
export type ActionStanding = (typeof actionStandings)[number]

/** What somebody found about one action asked of one person. */
export interface ActionFound {
  readonly id: string
  readonly standing: ActionStanding
}

export interface Compliance {
  /** Every action asked of this person was shown, or had no occasion. */
  readonly complied: boolean
  readonly notShown: readonly Action[]
}

/**
 * Whether one person complied, by that person's own duties and nobody else's. The burden is on the person, who must be able to show it:
 * what nobody has looked at is not shown, and an action that is asked on every journey cannot have had no occasion.
 */
export function complianceOf(question: DutyQuestion, found: readonly ActionFound[]): Answer<Compliance> {
  const { value: asked, under } = actionsAsked(question)
  const standings = new Map(found.map(({ id, standing }) => [id, standing]))
  const notShown = asked.filter(({ id, isAlwaysAsked }) => !isMet(standings.get(id), isAlwaysAsked))
  return { value: { complied: notShown.length === 0, notShown }, under: [...under, citationOf(reductionForCompliance), citationOf(complianceIsPersonal), citationOf(complianceIsNoDefence)] }
}

function isMet(standing: ActionStanding | undefined, isAlwaysAsked: boolean): boolean {
  return standing === 'shown' || (standing === 'did-not-arise' && !isAlwaysAsked)
}
