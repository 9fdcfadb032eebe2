import { actionsAsked, areActionsAsked, complianceOf, type Action } from '#law'
import { announce, refuse, type Decision, type Refusal } from '#platform/decisions'
import type { PenaltyCase } from '../case/penalty-case.ts'
import type { ActionsJudged } from '../events.ts'
import type { Person } from '../person/person.ts'
import { dutiesOf } from './compliance-of.ts'
import type { JudgedAction, JudgedActions } from './judged-actions.ts'

/** An officer says of each action asked of this person whether it was shown, on what evidence. What was decided on earlier findings stays decided. */
export function judgeActions(person: Person | undefined, found: PenaltyCase, persons: readonly Person[], judged: JudgedActions): Decision<ActionsJudged> {
  if (person === undefined) return refuse('no-such-person')
  if (found.stage === 'closed') return refuse('case-closed')
  if (judged.reasons.trim() === '') return refuse('reasons-needed')
  const question = dutiesOf(found, person, persons)
  if (!areActionsAsked(question.transporter, question.on)) return refuse('no-actions-before-2023')
  const { value: asked } = actionsAsked(question)
  const own = judged.found.filter(({ id }) => asked.some((action) => action.id === id))
  const refusal = notWellFound(own, asked)
  if (refusal !== undefined) return refusal
  return announce({ type: 'actions-judged', actions: { ...judged, found: own }, under: complianceOf(question, own).under })
}

/** What helps a person needs its evidence; an action asked on every journey cannot have had no occasion. */
function notWellFound(found: readonly JudgedAction[], asked: readonly Action[]): Refusal | undefined {
  if (found.length === 0) return refuse('nothing-judged')
  if (found.some(({ standing, evidence }) => standing !== 'not-shown' && evidence.trim() === '')) return refuse('evidence-needed')
  const always = new Set(asked.filter(({ isAlwaysAsked }) => isAlwaysAsked).map(({ id }) => id))
  return found.some(({ id, standing }) => standing === 'did-not-arise' && always.has(id)) ? refuse('always-has-occasion') : undefined
}
