import { z } from 'zod'
import { may } from '#platform/identity'
import type { PageContext } from '#platform/web'
import { dayOf, type CalendarDate } from '#values'
import type { CaseLink } from '../case-link/case-link.ts'
import { casePage } from '../case/case-form.page.ts'
import { readCase } from '../case/case.store.ts'
import { twinIsDue, type Evidence } from '../evidence/evidence.ts'
import { openingsOf, renditionsIn, type Opening } from '../evidence/opened.store.ts'
import { photographsNotTaken } from '../evidence/take-photographs.store.ts'
import { reviewIsDue, standsOn, type Flag } from '../flag/flag.ts'
import { isOverdue, isWaiting, toJudge, type InformationRequest } from '../information-request/information-request.ts'
import { everyoneOfCase } from '../person/person.store.ts'
import type { Person } from '../person/person.ts'
import { isOpenOn } from '../person-link/person-link.ts'
import { speaksOn, type Representative } from '../representative/representative.ts'
import { keepFile, seeCases } from '../rights.ts'
import { whom } from './choices.ts'
import { fileOfCase } from './file-of-case.store.ts'
import { closedWords, evidenceKindWords, flagWords, linkWords, noteCategoryWords, representativeKindWords, roadWords, scopeWords } from './file-words.ts'

/** Everything in the file of a case: what to heed, what was supplied, who speaks for whom, what was asked, noted and linked. */
export const showFilePage = casePage({
  path: '/cases/:id/file',
  params: z.object({ id: z.uuid() }),
  right: seeCases,
  template: 'casework/penalties/file/show-file.njk',
  what: 'file of the case',
  view: async (ctx, found, { id }) => {
    const [file, persons, openings] = await Promise.all([fileOfCase(ctx.db, id), everyoneOfCase(ctx.db, id), openingsOf(ctx.db, id)])
    const today = ctx.clock.today()
    return {
      heading: `File of ${found.reference}`,
      flags: file.flags.map((flag) => flagView(flag, persons, today)),
      evidence: file.evidence.map((item) => evidenceView(item, persons, openings)),
      personLinks: file.personLinks.map((link) => ({ ...link, about: whom(persons, link.personId), isOpen: isOpenOn(link, today) })),
      representatives: file.representatives.map((each) => representativeView(each, persons, today)),
      requests: file.requests.map((request) => requestView(request, persons, today)),
      notes: file.notes.map((note) => ({ ...note, writtenOn: dayOf(note.writtenAt), about: whom(persons, note.personId), category: noteCategoryWords[note.category] })),
      links: await Promise.all(file.links.map((link) => linkView(ctx, link, id))),
      photographs: (await photographsNotTaken(ctx.db, found.detectionId, file.evidence)).length,
      mayKeep: may(ctx.officer, keepFile),
    }
  },
})

function flagView(flag: Flag, persons: readonly Person[], today: CalendarDate) {
  return { ...flag, ...flagWords[flag.kind], about: whom(persons, flag.personId), stands: standsOn(flag, today), reviewIsDue: reviewIsDue(flag, today) }
}

function evidenceView(item: Evidence, persons: readonly Person[], openings: readonly Opening[]) {
  const openers = renditionsIn(openings, item).map(({ officerName }) => officerName)
  return { ...item, kind: evidenceKindWords[item.kind], road: roadWords[item.provenance.road], about: whom(persons, item.personId), twinIsDue: twinIsDue(item), openedBy: [...new Set(openers)] }
}

function representativeView(each: Representative, persons: readonly Person[], today: CalendarDate) {
  return { ...each, kind: representativeKindWords[each.kind], about: whom(persons, each.personId), speaks: speaksOn(each, today), scope: each.scope.map((scope) => scopeWords[scope]) }
}

function requestView(request: InformationRequest, persons: readonly Person[], today: CalendarDate) {
  return {
    ...request, about: whom(persons, request.personId), isWaiting: isWaiting(request), isOverdue: isOverdue(request, today), toJudge: toJudge(request).length,
    closedAs: request.closed && closedWords[request.closed.as],
  }
}

async function linkView({ db }: PageContext, link: CaseLink, caseId: string) {
  const otherId = link.caseId === caseId ? link.otherCaseId : link.caseId
  return { ...link, kind: linkWords[link.kind], otherId, otherReference: (await readCase(db, otherId))?.reference ?? '' }
}
