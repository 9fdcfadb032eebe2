import { z } from 'zod'
import { capacities, sections, transporters } from '#law'
import { addPence, day, isControl, isDay, pence, plate, subtractPence, type CalendarDate, type Pence } from '#values'
import { appealCourts, appealOutcomes } from '../appeal/appeal.ts'
import { alarmRaisers } from '../case/penalty-case.ts'
import { instalmentRhythms } from '../instalment/schedule.ts'
import { writeOffCodeNames } from '../write-off/write-off-codes.ts'

/** What became of an old penalty: in force, cancelled, or never imposed. What is paid says whether it is settled. */
export const oldStandings = ['issued', 'cancelled', 'none'] as const

const text = (max: number) => z.string().trim().max(max, `has more than ${max} characters`).default('')
const needed = (max: number) => z.string('is missing').trim().min(1, 'is missing').max(max, `has more than ${max} characters`)
const aDay = z.string('is missing').refine(isDay, 'is not a day such as 2021-05-31').transform(day)
const maybeDay = z.string().default('').refine((typed) => typed === '' || isDay(typed), 'is not a day such as 2021-05-31').transform((typed): CalendarDate | null => (typed === '' ? null : day(typed)))
const somePence = z.string().default('').refine((typed) => /^\d{0,12}$/.test(typed), 'is not a whole number of pence').transform((typed) => pence(Number(typed || '0')))
const oneOf = <const Choices extends readonly [string, ...string[]]>(choices: Choices) => z.enum(choices, `is none of ${choices.join(', ')}`)

const maybeOneOf = <const Choices extends readonly string[]>(choices: Choices) =>
  z.string().trim().default('').refine((typed) => typed === '' || choices.includes(typed), `is none of ${choices.join(', ')}`).transform((typed): Choices[number] | null => (typed === '' ? null : typed))
const someOf = z.string().default('').refine((typed) => /^\d{0,3}$/.test(typed), 'is not a number').transform((typed) => Number(typed || '0'))

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
  written_off_pence: somePence,
  written_off_on: maybeDay,
  written_off_code: maybeOneOf(writeOffCodeNames),
  written_off_because: text(600),
  instalments_left: someOf,
  instalments_every: maybeOneOf(instalmentRhythms),
  next_instalment_on: maybeDay,
  appeal_lodged_on: maybeDay,
  appeal_court: maybeOneOf(appealCourts),
  appeal_court_name: text(120),
  appeal_claim_number: text(60),
  appeal_outcome: maybeOneOf(appealOutcomes),
  appeal_ended_on: maybeDay,
})

export type OldRow = z.output<typeof oldRowSchema>

export const oldColumns = Object.keys(oldRowSchema.shape)

/** What became of a penalty after its notice. A file in which nothing of the kind happened need not have these columns. */
export const laterColumns = oldColumns.filter((column) => /^(written_off|instalments|next_instalment|appeal)_/.test(column))

/** What is owed still: what the notice asked for, less all that became of it. */
export function owedOf(row: OldRow): Pence {
  return subtractPence(issuedOf(row), addPence(row.taken_off_pence, row.collected_pence, row.written_off_pence))
}

/** What the notice asked for: nothing where none was issued. */
export function issuedOf({ notice_on, decided_pence }: OldRow): OldRow['decided_pence'] {
  return notice_on === null ? pence(0) : decided_pence
}
