import { isRefused, type Decision, type Happening } from '#platform/decisions'
import type { Database } from '#platform/database'
import { change } from '#platform/events'
import { dayOf, daysAfter, instant, type By, type CalendarDate } from '#values'
import { letterTemplates, newestTemplate, type LetterTemplate } from '../notice/letter-templates.ts'
import { named } from '../penalty/penalty.ts'
import { penaltiesOfCase } from '../penalty/penalty.store.ts'
import { makeBatch, postBatch } from '../print-room/change-batch.store.ts'
import { recordPrinted } from '../print-room/follow-batch.ts'
import { batchThing } from '../print-room/print-batch.store.ts'
import { changeDispatch } from '../service/change-dispatch.store.ts'
import type { Dispatch } from '../service/dispatch.ts'
import { dispatchesOfCases } from '../service/dispatch.store.ts'
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

/** The letters of a story as they were printed and posted then, in one batch; one of them came back. */
export async function seedLetters(db: Database, { caseId, postedOn, comesBackAfterDays, today, by }: Posting, done: Done): Promise<void> {
  const letters = (await dispatchesOfCases(db, [caseId])).filter(({ channel, stage }) => channel === 'post' && stage === 'planned')
  if (letters.length === 0) return
  await postTogether(db, letters, by(postedOn), done)
  const backOn = comesBackAfterDays === undefined ? undefined : daysAfter(comesBackAfterDays, postedOn)
  if (backOn === undefined || backOn > today) return
  const drivers = (await penaltiesOfCase(db, caseId)).filter(({ capacity }) => capacity === 'driver').map(({ id }) => id)
  const later = by(backOn)
  const outcome = { code: 'moved', at: instant(`${backOn}T09:30:00Z`), evidence: 'Yellow sticker of the post, box 4 (demonstration)', recordedBy: named(later) } as const
  for (const { id } of letters.filter(({ penaltyId }) => penaltyId !== null && drivers.includes(penaltyId))) done(await changeDispatch(db, id, later, (dispatch) => recordOutcome(dispatch, outcome, later.at)))
}

async function postTogether(db: Database, letters: readonly Dispatch[], act: By, done: Done): Promise<void> {
  const [on, who] = [dayOf(act.at), named(act)]
  const made = await makeBatch(db, { id: who.officerId, name: who.name, role: 'caseworker' }, letters.map(({ id }) => id), act)
  done(made)
  const batchId = isRefused(made) ? '' : (made.events[0]?.batchId ?? '')
  done(await change(db, batchThing, { id: batchId, by: act }, (batch) => recordPrinted(batch, who, act.at)))
  done(await postBatch(db, batchId, { on, envelopes: letters.length, evidence: 'Tray 2, 16:05 (demonstration)', by: who, today: on }, act))
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
