import { actionsAsked, areActionsAsked, type Action } from '#law'
import type { Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import type { By } from '#values'
import type { PersonEvent } from '../events.ts'
import { changePersonIn } from '../person/person-acts.store.ts'
import { dutiesOf } from './compliance-of.ts'
import { judgeActions } from './judge-actions.ts'
import type { JudgedActions } from './judged-actions.ts'

/** The findings are asked for once it is known which actions are asked of this person. */
export async function judgeActionsOf(db: Database, personId: string, judge: (asked: readonly Action[]) => JudgedActions, by: By): Promise<Decision<PersonEvent>> {
  return db.transaction().execute((tx) => changePersonIn(tx, { personId, by }, (person, { found, persons }) => {
    const question = person && dutiesOf(found, person, persons)
    const asked = question === undefined || !areActionsAsked(question.transporter, question.on) ? [] : actionsAsked(question).value
    return judgeActions(person, found, persons, judge(asked))
  }))
}
