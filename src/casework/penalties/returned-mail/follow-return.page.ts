import { z } from 'zod'
import { refuse, type Decision, type Happening } from '#platform/decisions'
import { change } from '#platform/events'
import { formPage, type PageContext } from '#platform/web'
import { day, isDay, type By } from '#values'
import { actInCase } from '../case/enter-case.page.ts'
import { addressLinesMax, reasonsMax } from '../limits.ts'
import { named } from '../penalty/penalty.ts'
import { refusals } from '../refusals.ts'
import { sendLetters } from '../rights.ts'
import { noteEnquiry } from './follow-return.ts'
import type { ReturnedLetter } from './returned-letter.ts'
import { readReturn, returnThing } from './returned-letter.store.ts'
import { issueNoticeAgain, leaveReturn, sendAgain, traceAddressOf } from './serve-again.store.ts'
import { returnParams, returnTemplate, returnView, subjectOfReturn } from './show-return.page.ts'

const words = (message: string, max = reasonsMax) => z.string(message).min(1, message).max(max, `Use ${max} characters or fewer`)

interface ReturnForm<Form extends z.ZodType> {
  readonly end: string
  readonly form: Form
  readonly act: (ctx: PageContext, returned: ReturnedLetter, answers: z.output<Form>, by: By) => Promise<Decision<Happening>>
  readonly done: { readonly en: string; readonly fr: string }
}

/** A form on the page of a returned letter; whoever acts has said why they are in the case. */
function returnForm<Form extends z.ZodType>({ end, form, act, done }: ReturnForm<Form>) {
  return formPage({
    path: `/returned-mail/:id/${end}`,
    right: sendLetters,
    template: returnTemplate,
    params: returnParams,
    form, refusals, done,
    subject: subjectOfReturn,
    show: ({ id }, ctx) => returnView(ctx, id),
    submit: async ({ id }, answers, ctx) => {
      const returned = await readReturn(ctx.db, id)
      if (returned === undefined) return refuse('no-such-return')
      return actInCase(ctx, returned.caseId, (by) => act(ctx, returned, answers, by))
    },
    next: ({ id }) => `/returned-mail/${id}`,
  })
}

const enquiryPage = returnForm({
  end: 'enquiries',
  form: z.object({ asked: words('Say what was asked, and of whom') }),
  act: ({ db, clock }, { id }, { asked }, by) => change(db, returnThing, { id, by }, (returned) => noteEnquiry(returned, { on: clock.today(), what: asked, by: named(by) })),
  done: { en: 'The enquiry is noted.', fr: 'La démarche est notée.' },
})

const tracedPage = returnForm({
  end: 'address',
  form: z.object({
    addressLines: words('Enter the address', 600).transform((typed) => typed.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '')).refine((lines) => lines.length <= addressLinesMax, `Use ${addressLinesMax} lines or fewer`),
    country: words('Enter the country', 80),
    source: words('Say where the address came from', 200),
    asOf: z.string('Enter the day the address was known to be right').refine(isDay, 'Enter the day the address was known to be right').transform(day),
  }),
  act: ({ db }, { id }, { addressLines, country, source, asOf }, by) => traceAddressOf(db, id, { lines: addressLines, country, source, asOf }, by),
  done: { en: 'The address is on the person’s record. Serve the letter again.', fr: 'L’adresse est au dossier. Notifiez de nouveau la lettre.' },
})

const issueAgainPage = returnForm({
  end: 'new-notice',
  form: z.object({ draftRead: z.string().default(''), newReasons: words('Give your reasons') }),
  act: ({ db, mode }, { id }, { draftRead, newReasons }, by) => issueNoticeAgain(db, { returnedId: id, reasons: newReasons, demonstration: mode === 'demo', by }, draftRead),
  done: { en: 'The notice is issued again. Its clocks run from today.', fr: 'L’avis est émis de nouveau. Les délais courent à partir d’aujourd’hui.' },
})

const sendAgainPage = returnForm({
  end: 'sent-again',
  form: z.object({ againReasons: words('Give your reasons') }),
  act: ({ db, mode }, { id }, { againReasons }, by) => sendAgain(db, { returnedId: id, reasons: againReasons, demonstration: mode === 'demo', by }),
  done: { en: 'The letter goes to the new address with its days as they were.', fr: 'La lettre part à la nouvelle adresse, délais inchangés.' },
})

const leavePage = returnForm({
  end: 'left',
  form: z.object({ leaveReasons: words('Give your reasons') }),
  act: ({ db }, { id }, { leaveReasons }, by) => leaveReturn(db, id, leaveReasons, by),
  done: { en: 'It is left as it is. Recovery is no longer held because of it.', fr: 'Le retour est laissé en l’état. Le recouvrement n’est plus suspendu pour cela.' },
})

export const returnActPages = [enquiryPage, tracedPage, issueAgainPage, sendAgainPage, leavePage]
