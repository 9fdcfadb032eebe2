import { announce, refuse, type Decision, type Happening } from '#platform/decisions'
import { daysBetween, isBefore, type CalendarDate } from '#values'

/** Beyond ten years the law's parameters are guesses. */
const furthestDays = 3650

/** History is in order, so the calendar only moves forward. */
export function moveCalendar(today: CalendarDate, to: CalendarDate): Decision<Happening> {
  if (isBefore(to, today)) return refuse('calendar-cannot-go-back')
  if (daysBetween(today, to) > furthestDays) return refuse('calendar-too-far')
  return announce({ type: 'demo-calendar-moved' })
}

export const calendarRefusals = {
  'calendar-cannot-go-back': {
    en: 'The calendar only moves forward, because history is kept in order. To begin again, stop and start with --fresh.',
    fr: 'Le calendrier ne peut qu’avancer, car l’historique est tenu dans l’ordre. Pour recommencer, relancez avec --fresh.',
  },
  'calendar-too-far': { en: 'Choose a day within the next ten years.', fr: 'Choisissez un jour dans les dix prochaines années.' },
}
