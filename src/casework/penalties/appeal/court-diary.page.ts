import { page } from '#platform/web'
import { daysAfter, daysBetween } from '#values'
import { courtDiaryDays } from '../limits.ts'
import { seeCases } from '../rights.ts'
import { countOpenAppeals, diaryAhead } from './court-diary.store.ts'
import { entryView } from './show-appeal.page.ts'

/** Every hearing and direction ahead, of every appeal, in one list: what the team has to be ready for. */
export const courtDiaryPage = page({
  path: '/appeals',
  right: seeCases,
  template: 'casework/penalties/appeal/court-diary.njk',
  show: async (_input, { db, officer, clock }) => {
    const today = clock.today()
    const [lines, open] = await Promise.all([diaryAhead(db, officer, daysAfter(courtDiaryDays, today)), countOpenAppeals(db, officer)])
    return { open, days: courtDiaryDays, lines: lines.map(({ entry, ...line }) => ({ ...line, entry: entryView(entry, daysBetween(today, entry.on)) })) }
  },
})
