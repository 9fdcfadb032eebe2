import { z } from 'zod'
import { isRefused } from '#platform/decisions'
import { grants, right } from '#platform/identity'
import { formPage, type Wiring } from '#platform/web'
import { day, dayInWords, daysAfter, roles } from '#values'
import type { DemoCalendar } from './demo-calendar.ts'
import { calendarRefusals, moveCalendar } from './move-calendar.ts'

const staff = roles.filter((role) => role !== 'visitor' && role !== 'lane-officer')
export const useCalendar = right('demo.calendar.move', ...grants(staff.filter((role) => role !== 'auditor')))

/** The days people want to see without waiting: a day on, the last day to object and the day after, the last day to pay. */
const steps = [1, 27, 28, 29, 60]

/** Mounted in a demonstration only. */
export function calendarWiring(calendar: DemoCalendar): Wiring {
  const moveCalendarPage = formPage({
    path: '/calendar',
    right: useCalendar,
    template: 'app/calendar/move-calendar.njk',
    form: z.object({ to: z.iso.date('Enter the day to move to').transform(day) }),
    refusals: calendarRefusals,
    show: async (_params, { clock, language }) => ({
      today: clock.today(),
      todayInWords: dayInWords(clock.today(), language),
      earliest: dayInWords(calendar.earliest(), language),
      choices: steps.map((days) => ({ days, to: daysAfter(days, clock.today()), inWords: dayInWords(daysAfter(days, clock.today()), language) })),
    }),
    submit: async (_params, { to }, { clock }) => {
      const decision = moveCalendar(clock.today(), to)
      if (!isRefused(decision)) await calendar.moveTo(to)
      return decision
    },
    next: () => '/calendar',
    done: { en: 'The demonstration’s calendar has moved.', fr: 'Le calendrier de la démonstration a avancé.' },
  })
  return { nav: [{ href: '/calendar', en: 'Demo calendar', fr: 'Calendrier de démo', right: useCalendar }], pages: [moveCalendarPage] }
}
