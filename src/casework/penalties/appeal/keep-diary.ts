import { announce, refuse, type Decision } from '#platform/decisions'
import { isAfter, isBefore, type CalendarDate } from '#values'
import { isOpen, type Appeal, type AppealDiaryClosed, type AppealDiaryNoted, type DiaryEntry } from './appeal.ts'

/** A hearing or a direction is written down with the day it is for. */
export function noteInDiary(appeal: Appeal | undefined, entry: Omit<DiaryEntry, 'closed'>): Decision<AppealDiaryNoted> {
  if (appeal === undefined) return refuse('no-such-appeal')
  if (!isOpen(appeal)) return refuse('appeal-concluded-already')
  if (entry.what.trim() === '') return refuse('say-what-the-court-wants')
  if (isBefore(entry.on, appeal.lodgedOn)) return refuse('diary-before-appeal')
  return appeal.diary.some(({ id }) => id === entry.id) ? announce() : announce({ type: 'appeal-diary-noted', entry: { ...entry, closed: null } })
}

export interface ClosingEntry extends NonNullable<DiaryEntry['closed']> {
  readonly entryId: string
  readonly today: CalendarDate
}

/** Done, with what proves it, or vacated by the court. */
export function closeDiaryEntry(appeal: Appeal | undefined, { entryId, today, ...closed }: ClosingEntry): Decision<AppealDiaryClosed> {
  if (appeal === undefined) return refuse('no-such-appeal')
  const entry = appeal.diary.find(({ id }) => id === entryId)
  if (entry === undefined || entry.closed !== null) return refuse('diary-entry-closed')
  if (isAfter(closed.on, today)) return refuse('done-in-future')
  if (closed.proof.trim() === '') return refuse('say-what-proves-it')
  return announce({ type: 'appeal-diary-closed', entryId, closed })
}
