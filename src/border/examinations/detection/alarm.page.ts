import { z } from 'zod'
import { inBoth, type PageContext } from '#platform/web'
import { choices } from '../bilingual.ts'
import { count, momentTyped, optionalDay, optionalText, optionalTime } from '../form-fields.page.ts'
import { asTyped, clockTime, momentAtPort } from '../local-time.ts'
import { readSearch } from '../search/search.store.ts'
import { layerWords } from '../search/search.ts'
import { day, type Instant } from '#values'
import { alarmSources, alarmWords, childWelfareAnswers, childWelfareWords, concerns, concernWords, suspicions, suspicionWords, type AlarmAndPeople } from './alarm.ts'
import { sectionPage, type SectionForm, type Typed } from './section.page.ts'

export const alarmAnswers = z.object({
  alarmRaisedBy: z.enum(alarmSources, inBoth('Choose who raised the alarm', 'Choisissez qui a donné l’alerte')),
  alarmNote: optionalText(),
  driverSuspicion: z.enum(suspicions, inBoth('Choose what the driver said about suspecting', 'Choisissez ce que le conducteur a dit de son soupçon')),
  suspectedOn: optionalDay, suspectedTime: optionalTime, driverFirstSuspectedWhere: optionalText(),
  reportedOn: optionalDay, reportedTime: optionalTime,
  foundOn: z.iso.date(inBoth('Enter the day they were found', 'Saisissez le jour de la découverte')),
  foundTime: z.string().regex(clockTime, inBoth('Enter the time they were found, such as 03:20', 'Saisissez l’heure de la découverte, comme 03:20')),
  place: z.string().min(1, inBoth('Enter where in the port they were found', 'Saisissez le lieu de la découverte dans le port')).max(120),
  adults: count, children: count,
  concerns: z.array(z.enum(concerns)),
  childWelfare: z.enum(childWelfareAnswers).optional(), referredTo: optionalText(),
  because: optionalText(), goTo: z.enum(['check']).optional(),
})

type AlarmAnswers = z.output<typeof alarmAnswers>

export const alarmForm: SectionForm<'alarm', typeof alarmAnswers> = {
  section: 'alarm',
  form: alarmAnswers,
  read: readAlarm,
  typed: typedAlarm,
  propose: async ({ searchId }, ctx) => proposeAlarm(searchId, ctx),
  words: alarmChoices,
}

export const alarmPage = sectionPage(alarmForm)

export function readAlarm(form: AlarmAnswers, { clock }: PageContext): AlarmAndPeople {
  const { alarmRaisedBy, alarmNote, driverSuspicion, driverFirstSuspectedWhere, place, adults, children, childWelfare = null, referredTo } = form
  const today = asTyped(clock.now()).on
  const suspected = driverSuspicion === 'suspected'
  return {
    alarmRaisedBy, alarmNote, driverSuspicion,
    driverFirstSuspectedAt: suspected ? momentTyped(form.suspectedOn, form.suspectedTime, today) : null,
    driverFirstSuspectedWhere,
    driverReportedAt: momentTyped(form.reportedOn, form.reportedTime, today),
    foundAt: momentAtPort(day(form.foundOn), form.foundTime),
    place, adults, children, concerns: form.concerns,
    childWelfare: children === 0 ? null : childWelfare,
    referredTo,
  }
}

function typedAlarm(alarm: AlarmAndPeople): Typed {
  return {
    ...alarm,
    ...typedMoment('suspected', alarm.driverFirstSuspectedAt), ...typedMoment('reported', alarm.driverReportedAt), ...typedMoment('found', alarm.foundAt),
  }
}

/** A moment as the two fields of a form that ask for it. */
export function typedMoment(prefix: string, at: Instant | null): Typed {
  if (at === null) return {}
  const wall = asTyped(at)
  return { [`${prefix}On`]: wall.on, [`${prefix}Time`]: wall.at }
}

/** Found now, where the search is, until the officer says otherwise. The alarm is never proposed. */
export async function proposeAlarm(searchId: string | null, { db, clock, words }: PageContext): Promise<Typed> {
  const search = searchId === null ? undefined : await readSearch(db, searchId)
  const today = asTyped(clock.now()).on
  const place = search && [words(layerWords[search.layer].en, layerWords[search.layer].fr), search.lane].filter(Boolean).join(', ')
  return { ...typedMoment('found', clock.now()), suspectedOn: today, reportedOn: today, adults: 0, children: 0, place: place ?? '' }
}

export function alarmChoices({ words }: PageContext) {
  return {
    alarmSources: choices(alarmWords, words), suspicions: choices(suspicionWords, words),
    concerns: choices(concernWords, words), childWelfareAnswers: choices(childWelfareWords, words),
  }
}
