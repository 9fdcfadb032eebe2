import { z } from 'zod'
import { refuse, type Decision, type Happening } from '#platform/decisions'
import { formPage, type PageContext } from '#platform/web'
import type { By } from '#values'
import { actInCase } from '../case/enter-case.page.ts'
import { aDay } from '../case/form-fields.ts'
import { reasonsMax } from '../limits.ts'
import { named } from '../penalty/penalty.ts'
import { refusals } from '../refusals.ts'
import { sendLetters } from '../rights.ts'
import { recordSent } from './carry-dispatch.ts'
import { changeDispatch, planOne } from './change-dispatch.store.ts'
import { channels, type Dispatch } from './dispatch.ts'
import { readDispatch } from './dispatch.store.ts'
import { outcomeCodes } from './outcome.ts'
import { withholdDispatch } from './plan-dispatch.ts'
import { noonOf, recordOutcome } from './record-outcome.ts'
import { dispatchParams, dispatchTemplate, dispatchView, subjectOfDispatch } from './show-dispatch.page.ts'

const words = (message: string) => z.string(message).min(1, message).max(reasonsMax)

interface DispatchForm<Form extends z.ZodType> {
  readonly end: string
  readonly form: Form
  readonly act: (ctx: PageContext, dispatch: Dispatch, answers: z.output<Form>, by: By) => Promise<Decision<Happening>>
  readonly done: { readonly en: string; readonly fr: string }
}

/** A form on the page of one letter; whoever acts has said why they are in the case. */
function dispatchForm<Form extends z.ZodType>({ end, form, act, done }: DispatchForm<Form>) {
  return formPage({
    path: `/dispatches/:id/${end}`,
    right: sendLetters,
    template: dispatchTemplate,
    params: dispatchParams,
    form, refusals, done,
    subject: subjectOfDispatch,
    show: ({ id }, ctx) => dispatchView(ctx, id),
    submit: async ({ id }, answers, ctx) => {
      const dispatch = await readDispatch(ctx.db, id)
      if (dispatch === undefined) return refuse('no-such-dispatch')
      return actInCase(ctx, dispatch.caseId, (by) => act(ctx, dispatch, answers, by))
    },
    next: ({ id }) => `/dispatches/${id}`,
  })
}

const withholdPage = dispatchForm({
  end: 'withheld',
  form: z.object({ withholdReasons: words('Say why it is not to be sent') }),
  act: ({ db }, { id }, { withholdReasons }, by) => changeDispatch(db, id, by, (dispatch) => withholdDispatch(dispatch, withholdReasons, named(by))),
  done: { en: 'It is held back and will not be sent.', fr: 'L’envoi est retenu.' },
})

const recordSentPage = dispatchForm({
  end: 'sent',
  form: z.object({ on: aDay('Enter the day it was sent'), sentEvidence: words('Say what proves it: batch, tray and time, or who took it') }),
  act: ({ db, clock }, { id }, { on, sentEvidence }, by) => changeDispatch(db, id, by, (dispatch) => recordSent(dispatch, { on, evidence: sentEvidence, by: named(by), today: clock.today() })),
  done: { en: 'That it was sent is recorded. It is not proof that it arrived.', fr: 'L’envoi est enregistré. Il ne prouve pas la réception.' },
})

const recordOutcomePage = dispatchForm({
  end: 'outcome',
  form: z.object({ code: z.enum(outcomeCodes, 'Choose what became of it'), heardOn: aDay('Enter the day'), outcomeEvidence: words('Say what proves it') }),
  act: ({ db, clock }, { id }, { code, heardOn, outcomeEvidence }, by) => {
    const outcome = { code, at: noonOf(heardOn, clock.now()), evidence: outcomeEvidence, recordedBy: named(by) }
    return changeDispatch(db, id, by, (dispatch) => recordOutcome(dispatch, outcome, clock.now()))
  },
  done: { en: 'What became of the letter is recorded.', fr: 'Le sort de la lettre est enregistré.' },
})

const planAnotherPage = dispatchForm({
  end: 'another',
  form: z.object({ channel: z.enum(channels, 'Choose another way'), because: words('Say why it goes that way too') }),
  act: ({ db }, { id, documentId, penaltyId, personId, purpose }, { channel, because }, by) =>
    db.transaction().execute((tx) => planOne(tx, { letter: { id: documentId, penaltyId, personId, purpose }, channel, because, insteadOf: id }, by)),
  done: { en: 'The letter goes that way too.', fr: 'La lettre part aussi par cette voie.' },
})

export const dispatchActPages = [withholdPage, recordSentPage, recordOutcomePage, planAnotherPage]
