import { z } from 'zod'
import { capacities, sections, transporters } from '#law'
import { day, isControl, isDay, pence, plate, type CalendarDate } from '#values'
import { alarmRaisers } from '../case/penalty-case.ts'

/** What became of an old penalty: in force, cancelled, or never imposed. What is paid says whether it is settled. */
export const oldStandings = ['issued', 'cancelled', 'none'] as const

const text = (max: number) => z.string().trim().max(max, `has more than ${max} characters`).default('')
const needed = (max: number) => z.string('is missing').trim().min(1, 'is missing').max(max, `has more than ${max} characters`)
const aDay = z.string('is missing').refine(isDay, 'is not a day such as 2021-05-31').transform(day)
const maybeDay = z.string().default('').refine((typed) => typed === '' || isDay(typed), 'is not a day such as 2021-05-31').transform((typed): CalendarDate | null => (typed === '' ? null : day(typed)))
const somePence = z.string().default('').refine((typed) => /^\d{0,12}$/.test(typed), 'is not a whole number of pence').transform((typed) => pence(Number(typed || '0')))
const oneOf = <const Choices extends readonly [string, ...string[]]>(choices: Choices) => z.enum(choices, `is none of ${choices.join(', ')}`)

/** S.I. 2002/2817 reg. 1. */
const assessedFrom = day('2002-12-08')

/** One line of a file of old cases: one penalty, with its case beside it. The names are the file's headings. */
export const oldRowSchema = z.object({
  old_reference: needed(60),
  control: z.string('is missing').refine(isControl, 'is not one of the three controls'),
  place: text(120),
  incident_on: aDay.refine((on) => on >= assessedFrom, 'is before the scheme of assessed penalties, whose law Juxta does not hold'),
  section: oneOf(sections),
  carried_by: oneOf(transporters),
  entrants: z.string().regex(/^\d{1,3}$/, 'is not a number of people').transform(Number),
  tractor: text(20).transform(plate),
  trailer: text(20).transform(plate),
  country: text(3),
  alarm_raised_by: oneOf(alarmRaisers),
  capacity: oneOf(capacities),
  name: text(200),
  company: text(200),
  registered_number: text(60),
  address: needed(600),
  address_country: needed(80),
  decided_on: aDay,
  decided_by: needed(200),
  reasons: needed(6000),
  decided_pence: somePence,
  notice_on: maybeDay,
  taken_off_pence: somePence,
  collected_pence: somePence,
  collected_on: maybeDay,
  standing: oneOf(oldStandings),
})

export type OldRow = z.output<typeof oldRowSchema>

export const oldColumns = Object.keys(oldRowSchema.shape)

/** What the notice asked for: nothing where none was issued. */
export function issuedOf({ notice_on, decided_pence }: OldRow): OldRow['decided_pence'] {
  return notice_on === null ? pence(0) : decided_pence
}
