import { may } from '#platform/identity'
import type { PageContext } from '#platform/web'
import { daysBetween } from '#values'
import { capacityWords } from '../case/words.ts'
import { bundlesListed } from '../bundle/bundle-standings.store.ts'
import { subjectOfCase } from '../case/enter-case.page.ts'
import { pageOf } from '../case/thing-of-case.page.ts'
import { readCase } from '../case/case.store.ts'
import { openCosts } from '../payment/costs.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { readPerson } from '../person/person.store.ts'
import { nameOf } from '../person/person.ts'
import { concludeAppeals, makeBundles, recordAppeals, recordCosts, seeBundles, seeCases } from '../rights.ts'
import { isOpen, type Appeal, type DiaryEntry } from './appeal.ts'
import { appealsOfCase } from './appeal.store.ts'
import { appealOfCase } from './appeal-form.page.ts'
import { appealLine, courtWords, diaryKindWords, outcomeWords, partyWords, standingSentences } from './appeal-words.ts'

/** One appeal: where it is, what the court wants next, and how it ended. */
export const showAppealPage = pageOf(appealOfCase, { right: seeCases, template: 'casework/penalties/appeal/show-appeal.njk', what: 'appeal', view })

async function view(ctx: PageContext, appeal: Appeal) {
  const penalty = await readPenalty(ctx.db, appeal.penaltyId)
  const [found, person] = await Promise.all([readCase(ctx.db, appeal.caseId), penalty && readPerson(ctx.db, penalty.personId)])
  if (penalty === undefined || found === undefined || person === undefined) return undefined
  const subject = await subjectOfCase({ id: appeal.caseId }, ctx)
  const today = ctx.clock.today()
  return {
    appeal, penalty, found,
    heading: `Appeal ${appeal.claimNumber}`,
    about: `${nameOf(person)}, ${capacityWords[penalty.capacity].toLowerCase()}`,
    court: courtWords[appeal.court],
    standing: standingSentences[appeal.standing],
    diary: appeal.diary.toSorted((one, other) => (one.on < other.on ? -1 : 1)).map((entry) => entryView(entry, daysBetween(today, entry.on))),
    isOpen: isOpen(appeal),
    outcome: appeal.conclusion && outcomeWords[appeal.conclusion.outcome],
    bundles: may(ctx.officer, seeBundles, subject) ? await bundlesListed(ctx.db, appeal) : [],
    mayBundle: may(ctx.officer, makeBundles, subject),
    openCosts: await openCosts(ctx.db, appeal),
    mayRecordCosts: may(ctx.officer, recordCosts, subject),
    mayRecord: isOpen(appeal) && may(ctx.officer, recordAppeals, subject),
    related: (await appealsOfCase(ctx.db, appeal.caseId)).filter(({ id, follows }) => follows === appeal.id || id === appeal.follows).map((each) => ({ ...appealLine(each), isLater: each.follows === appeal.id })),
    mayTakeFurther: appeal.conclusion !== null && ['dismissed', 'reduced', 'cancelled'].includes(appeal.conclusion.outcome) && may(ctx.officer, recordAppeals, subject),
    mayConclude: isOpen(appeal) && may(ctx.officer, concludeAppeals, subject),
  }
}

export function entryView(entry: DiaryEntry, daysLeft: number) {
  return { ...entry, kindText: diaryKindWords[entry.kind], whoseText: partyWords[entry.whose], daysLeft }
}
