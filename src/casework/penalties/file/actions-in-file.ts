import type { CalendarDate, Role } from '#values'
import type { PenaltyCase } from '../case/penalty-case.ts'
import type { RequiredAction } from '../case/required-actions.ts'
import { twinIsDue } from '../evidence/evidence.ts'
import { reviewIsDue } from '../flag/flag.ts'
import { isOverdue, isWaiting, toJudge, type InformationRequest } from '../information-request/information-request.ts'
import { emptyFile, type FileOfCase } from './file-of-case.ts'
import { flagWords } from './file-words.ts'

const staff: readonly Role[] = ['caseworker', 'senior-officer']

/** What the file of a case is waiting for: a flag to be looked at, answers to come or to be judged, a twin to be made. */
export function actionsInFile({ id, stage }: Pick<PenaltyCase, 'id' | 'stage'>, { flags, requests, evidence }: FileOfCase, today: CalendarDate): readonly RequiredAction[] {
  const at = (end: string) => `/cases/${id}/${end}`
  const action = (code: string, text: string, rest: Pick<RequiredAction, 'href' | 'act'> & Partial<RequiredAction>): RequiredAction => ({ code, text, who: staff, by: null, missing: [], ...rest })
  return [
    ...flags.filter((flag) => reviewIsDue(flag, today)).map((flag) => action('review-flag', `A flag has to be looked at again: ${flagWords[flag.kind].word.toLowerCase()}`, { by: flag.reviewOn, href: at(`flags/${flag.id}`), act: 'Look' })),
    ...requests.flatMap((request) => ofRequest(request, { isOpen: stage !== 'closed', today }, (code, text, by) => action(code, text, { by, href: at(`requests/${request.id}`), act: 'Open' }))),
    ...evidence.filter(twinIsDue).map((item) => action('redact', `Redact before it may leave: ${item.title}`, { href: at(`evidence/${item.id}`), act: 'Redact' })),
  ]
}

interface At {
  /** Nobody is waited for in a case that has closed; what came is judged all the same. */
  readonly isOpen: boolean
  readonly today: CalendarDate
}

function ofRequest(request: InformationRequest, { isOpen, today }: At, action: (code: string, text: string, by: CalendarDate | null) => RequiredAction): readonly RequiredAction[] {
  if (toJudge(request).length > 0) return [action('judge-answers', `Answers to be judged: ${toJudge(request).length}`, null)]
  if (!isOpen || !isWaiting(request)) return []
  return [isOverdue(request, today) ? action('answer-overdue', 'No answer to our request: remind, or wait no longer', request.answerBy) : action('answer-awaited', 'An answer to our request is awaited', request.answerBy)]
}

/** What was asked of the persons and is neither answered nor judged: whoever proposes or decides knows that somebody may still be heard. */
export function notHeardYet(found: Pick<PenaltyCase, 'id' | 'stage'>, { requests }: FileOfCase, today: CalendarDate): readonly Pick<RequiredAction, 'text' | 'by' | 'href'>[] {
  return actionsInFile(found, { ...emptyFile, requests }, today).map(({ text, by, href }) => ({ text, by, href }))
}
