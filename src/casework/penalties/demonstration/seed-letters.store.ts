import type { Decision, Happening } from '#platform/decisions'
import type { Database } from '#platform/database'
import { change } from '#platform/events'
import { daysAfter, instant, type By, type CalendarDate } from '#values'
import { letterTemplates, newestTemplate, type LetterTemplate } from '../notice/letter-templates.ts'
import { named } from '../penalty/penalty.ts'
import { penaltiesOfCase } from '../penalty/penalty.store.ts'
import { recordSent } from '../service/carry-dispatch.ts'
import { changeDispatch } from '../service/change-dispatch.store.ts'
import { dispatchesOfPenalty } from '../service/dispatch.store.ts'
import { recordOutcome } from '../service/record-outcome.ts'
import { answerTemplate, putForward } from '../template/approve-template.ts'
import { templateId } from '../template/template-approval.ts'
import { templateThing } from '../template/template-approval.store.ts'

type Done = (decision: Decision<Happening>) => unknown

interface Posting {
  readonly caseId: string
  readonly postedOn: CalendarDate
  /** The driver’s letter comes back so many days later; none does where it is left out. */
  readonly comesBackAfterDays?: number
  readonly today: CalendarDate
  readonly by: (on: CalendarDate) => By
}

/** The letters of a story as they were posted then, with what proves it; one of them came back. */
export async function seedLetters(db: Database, { caseId, postedOn, comesBackAfterDays, today, by }: Posting, done: Done): Promise<void> {
  const backOn = comesBackAfterDays === undefined ? undefined : daysAfter(comesBackAfterDays, postedOn)
  for (const { id: penaltyId, capacity } of await penaltiesOfCase(db, caseId)) {
    for (const { id, channel } of await dispatchesOfPenalty(db, penaltyId)) {
      if (channel !== 'post') continue
      const act = by(postedOn)
      done(await changeDispatch(db, id, act, (dispatch) => recordSent(dispatch, { on: postedOn, evidence: 'Batch of the day, tray 2, 16:05 (demonstration)', by: named(act), today })))
      if (backOn === undefined || capacity !== 'driver' || backOn > today) continue
      const later = by(backOn)
      const outcome = { code: 'moved', at: instant(`${backOn}T09:30:00Z`), evidence: 'Yellow sticker of the post, box 4 (demonstration)', recordedBy: named(later) } as const
      done(await changeDispatch(db, id, later, (dispatch) => recordOutcome(dispatch, outcome, later.at)))
    }
  }
}

interface Approving {
  readonly on: CalendarDate
  readonly asker: By
  readonly answerer: By
}

/** What the office wrote with from its first day on: all but the newest version of each letter that has several. */
export async function seedFirstTemplates(db: Database, approving: Approving, done: Done): Promise<void> {
  for (const template of letterTemplates.filter((each) => each.version === 1 || each !== newestTemplate(each.purpose))) await seedTemplate(db, { template, ...approving, answers: true }, done)
}

/** The newest version of each letter is in use from today; that of the decision on an objection waits for somebody to answer. */
export async function seedNewestTemplates(db: Database, approving: Approving, done: Done): Promise<void> {
  for (const template of letterTemplates.filter((each) => each === newestTemplate(each.purpose))) await seedTemplate(db, { template, ...approving, answers: template.purpose !== 'objection-decision' }, done)
}

async function seedTemplate(db: Database, { template, on, asker, answerer, answers }: Approving & { readonly template: LetterTemplate; readonly answers: boolean }, done: Done): Promise<void> {
  const id = templateId(template.purpose, template.version)
  const asked = { fromOn: on, reasons: `${template.news} (demonstration)`, putForwardBy: named(asker), today: on }
  done(await change(db, templateThing, { id, by: asker }, (approval) => (approval === undefined ? putForward(template, approval, asked) : { events: [] })))
  if (!answers) return
  const answer = { approve: true, reasons: 'Read in English; the translations are marked as drafts (demonstration).', by: named(answerer), on }
  done(await change(db, templateThing, { id, by: answerer }, (approval) => (approval?.standing === 'put-forward' ? answerTemplate(approval, answer) : { events: [] })))
}
