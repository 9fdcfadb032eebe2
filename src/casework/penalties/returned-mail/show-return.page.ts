import { z } from 'zod'
import { isRefused, refuse } from '#platform/decisions'
import { may } from '#platform/identity'
import { page, type PageContext } from '#platform/web'
import { insideCase, subjectOfCase } from '../case/enter-case.page.ts'
import { readCase } from '../case/case.store.ts'
import { subjectOf } from '../case/penalty-case.ts'
import { capacityWords, penaltyStageWords } from '../case/words.ts'
import { lastDayFor } from '../deadline/last-day-for.ts'
import { readDocument } from '../notice/document.store.ts'
import { draftNotice } from '../notice/draft-notice.store.ts'
import { letterAddress } from '../notice/letter-address.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { readPerson } from '../person/person.store.ts'
import { nameOf } from '../person/person.ts'
import { seeCases, sendLetters } from '../rights.ts'
import { outcomeRules } from '../service/outcome.ts'
import { purposeWords } from '../template/template-words.ts'
import { issueAgain } from './issue-again.ts'
import { linkedNotices } from './linked-notices.store.ts'
import { settlementWords } from './return-words.ts'
import { isOpenReturn, type ReturnedLetter } from './returned-letter.ts'
import { readReturn } from './returned-letter.store.ts'

export const returnTemplate = 'casework/penalties/returned-mail/show-return.njk'
export const returnParams = z.object({ id: z.uuid() })

export async function subjectOfReturn({ id }: { readonly id: string }, ctx: PageContext) {
  const returned = await readReturn(ctx.db, id)
  return returned && subjectOfCase({ id: returned.caseId }, ctx)
}

/** One letter that came back: what was asked to find its reader, where they are, how it was served again, and who else has to know. */
export const showReturnPage = page({
  path: '/returned-mail/:id',
  right: seeCases,
  template: returnTemplate,
  params: returnParams,
  subject: ({ params }, ctx) => subjectOfReturn(params, ctx),
  show: ({ params: { id } }, ctx) => returnView(ctx, id),
})

export async function returnView(ctx: PageContext, id: string): Promise<object | undefined> {
  const returned = await readReturn(ctx.db, id)
  return returned && insideCase(ctx, { caseId: returned.caseId, what: 'returned letter', comeBackTo: `/returned-mail/${id}` }, () => view(ctx, returned))
}

async function view(ctx: PageContext, returned: ReturnedLetter): Promise<object | undefined> {
  const { db, clock, officer } = ctx
  const [found, penalty, person, document, linked] = await Promise.all([
    readCase(db, returned.caseId), returned.penaltyId === null ? undefined : readPenalty(db, returned.penaltyId), readPerson(db, returned.personId), readDocument(db, returned.documentId), linkedNotices(db, returned),
  ])
  if (found === undefined || person === undefined || document === undefined) return undefined
  const today = clock.today()
  const mayAct = isOpenReturn(returned) && may(officer, sendLetters, subjectOf(found))
  const whyNoNewDays = penalty === undefined ? refuse('no-such-penalty') : issueAgain(penalty, { issuedOn: today, documentId: '', reasons: 'asked' })
  const canIssueAgain = mayAct && returned.traced !== null && (returned.purpose === 'penalty-notice' || returned.purpose === 'covering-letter') && !isRefused(whyNoNewDays)
  const draft = canIssueAgain && penalty !== undefined ? await draftNotice(db, { penaltyId: penalty.id, on: today, demonstration: ctx.mode === 'demo' }) : undefined
  return {
    returned, found, mayAct,
    heading: `Came back: ${purposeWords[returned.purpose].toLowerCase()} ${document.facts.reference}`,
    who: `${nameOf(person)}, ${capacityWords[person.capacity].toLowerCase()}`,
    stage: penalty && penaltyStageWords[penalty.stage],
    letterHref: letterAddress({ ...document, caseId: found.id }),
    why: outcomeRules[returned.code],
    how: returned.settled && settlementWords[returned.settled.how],
    linked: linked.map((each) => ({ ...each, capacity: capacityWords[each.capacity as keyof typeof capacityWords] })),
    draft: draft?.fingerprint, draftDays: draft?.facts.lastDays, issueLastDay: penalty && lastDayFor('issue', penalty).day,
    noNewDays: isRefused(whyNoNewDays) ? whyNoNewDays.refused : undefined,
    current: person.identity.address,
    values: { country: returned.to.country, asOf: today },
  }
}
