import { z } from 'zod'
import { may } from '#platform/identity'
import { page, type PageContext } from '#platform/web'
import { daysBetween, dayOf } from '#values'
import { insideCase, subjectOfCase } from '../case/enter-case.page.ts'
import { readCase } from '../case/case.store.ts'
import { subjectOf } from '../case/penalty-case.ts'
import { capacityWords } from '../case/words.ts'
import { addressStaleDays } from '../letter-limits.ts'
import { readDocument } from '../notice/document.store.ts'
import { letterAddress } from '../notice/letter-address.ts'
import { returnOfDispatch } from '../returned-mail/returned-letter.store.ts'
import { sendLetters, seeCases } from '../rights.ts'
import { purposeWords } from '../template/template-words.ts'
import { personOfLetter } from './person-of-letter.store.ts'
import { channelWords, dispatchStageWords } from './dispatch-words.ts'
import { lastOutcome, type Dispatch } from './dispatch.ts'
import { readDispatch } from './dispatch.store.ts'
import { faultsOf } from './lane.store.ts'
import { outcomeCodes, outcomeRules } from './outcome.ts'
import { deemedReceipt, mayBeServedBy } from './plan-channels.ts'

export const dispatchTemplate = 'casework/penalties/service/show-dispatch.njk'
export const dispatchParams = z.object({ id: z.uuid() })

export async function subjectOfDispatch({ id }: { readonly id: string }, ctx: PageContext) {
  const dispatch = await readDispatch(ctx.db, id)
  return dispatch && subjectOfCase({ id: dispatch.caseId }, ctx)
}

/** One letter on its way: where to, by whom, what proves it, what was heard, and what each of these does to the days of the law. */
export const showDispatchPage = page({
  path: '/dispatches/:id',
  right: seeCases,
  template: dispatchTemplate,
  params: dispatchParams,
  subject: ({ params }, ctx) => subjectOfDispatch(params, ctx),
  show: ({ params: { id } }, ctx) => dispatchView(ctx, id),
})

export async function dispatchView(ctx: PageContext, id: string): Promise<object | undefined> {
  const dispatch = await readDispatch(ctx.db, id)
  return dispatch && insideCase(ctx, { caseId: dispatch.caseId, what: 'letter on its way', comeBackTo: `/dispatches/${id}` }, () => view(ctx, dispatch))
}

async function view(ctx: PageContext, dispatch: Dispatch): Promise<object | undefined> {
  const { db, clock, officer } = ctx
  const [found, person, document, back, faults] = await Promise.all([readCase(db, dispatch.caseId), personOfLetter(db, dispatch), readDocument(db, dispatch.documentId), returnOfDispatch(db, dispatch.id), faultsOf(db, [dispatch.id])])
  if (found === undefined || person === undefined || document === undefined) return undefined
  const today = clock.today()
  const mayAct = may(officer, sendLetters, subjectOf(found))
  const last = lastOutcome(dispatch)
  return {
    dispatch, found, back,
    letterHref: letterAddress({ ...document, caseId: found.id }),
    heading: `${purposeWords[dispatch.purpose]} ${document.facts.reference}, ${channelWords[dispatch.channel].inside}`,
    stage: dispatchStageWords[dispatch.stage],
    channel: channelWords[dispatch.channel].name,
    capacity: capacityWords[person.capacity],
    fault: faults.get(dispatch.id),
    addressAgeDays: daysBetween(dispatch.to.asOf, dispatch.plannedOn),
    isAddressStale: daysBetween(dispatch.to.asOf, dispatch.plannedOn) > addressStaleDays,
    deemed: dispatch.sent === null ? undefined : deemedReceipt(dispatch.channel, dispatch.sent.on, dispatch.to.country),
    outcomes: dispatch.outcomes.map((outcome) => ({ ...outcome, on: dayOf(outcome.at), ...outcomeRules[outcome.code] })).toReversed(),
    lastEffect: last && outcomeRules[last.code].effect,
    mayWithhold: mayAct && dispatch.stage === 'planned',
    mayRecordSent: mayAct && dispatch.sent === null && (dispatch.stage === 'planned' || dispatch.stage === 'handed-over'),
    mayRecordOutcome: mayAct && !['planned', 'withheld', 'failed'].includes(dispatch.stage),
    otherChannels: mayAct ? otherChannels(dispatch, found.incident.transporter, today) : [],
    outcomeChoices: outcomeCodes.filter((code) => code !== 'mailbox-accepted' && code !== 'mailbox-refused').map((value) => ({ value, text: outcomeRules[value].words, hint: { text: outcomeRules[value].effect } })),
    values: { on: today, heardOn: today },
  }
}

function otherChannels({ channel }: Dispatch, transporter: Parameters<typeof mayBeServedBy>[1], today: Parameters<typeof mayBeServedBy>[2]) {
  return (['post', 'email', 'by-hand', 'fixed-to-trailer'] as const).filter((other) => other !== channel && mayBeServedBy(other, transporter, today)).map((value) => ({ value, text: channelWords[value].name }))
}
