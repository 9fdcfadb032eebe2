import { z } from 'zod'
import { newId } from '#platform/identity'
import { formPage, type PageContext } from '#platform/web'
import { instantOfEpochMs, isDay, london, type Instant } from '#values'
import { reasonsMax } from '../limits.ts'
import { refusals } from '../refusals.ts'
import { recordOutages } from '../rights.ts'
import { channelWords, outageChannels, outageInWords } from './outage.ts'
import { endOutageOf, readOutage, recentOutages, recordOutageOf } from './outage.store.ts'

const aDay = (message: string) => z.string(message).refine(isDay, message)
const aTime = (message: string) => z.string(message).regex(/^([01]\d|2[0-3]):[0-5]\d$/, message)

const form = z.object({
  channel: z.enum(outageChannels, 'Choose which way in was shut'),
  fromOn: aDay('Enter the day it began'),
  fromTime: aTime('Enter the time it began, such as 09:10'),
  untilOn: aDay('Enter the day it ended, or leave it empty').or(z.literal('')).default(''),
  untilTime: aTime('Enter the time it ended, such as 14:30').or(z.literal('')).default(''),
  what: z.string('Say what happened').min(1, 'Say what happened').max(reasonsMax),
}).refine(({ untilOn, untilTime }) => (untilOn === '') === (untilTime === ''), { path: ['untilTime'], message: 'Enter both the day and the time it ended, or neither' })

/** The wall clock in London on a day; the hour that comes twice in October is taken as the first. */
function londonMoment(on: string, time: string): Instant {
  return instantOfEpochMs(Temporal.PlainDateTime.from(`${on}T${time}`).toZonedDateTime(london).epochMilliseconds)
}

/** Every time one of our doors was shut, and the form that records another. */
export const outagesPage = formPage({
  path: '/cases/outages',
  right: recordOutages,
  template: 'casework/penalties/outage/outages.njk',
  form,
  refusals,
  show: (_params, ctx) => view(ctx),
  submit: (_params, { channel, fromOn, fromTime, untilOn, untilTime, what }, { db, clock, by, officer }) => {
    const untilAt = untilOn === '' ? null : londonMoment(untilOn, untilTime)
    const recording = { outageId: newId(), channel, fromAt: londonMoment(fromOn, fromTime), untilAt, what, recordedBy: { officerId: officer.id, name: officer.name }, now: clock.now() }
    return recordOutageOf(db, recording, by('A way in was shut'))
  },
  next: () => '/cases/outages',
  done: { en: 'The outage is recorded. It shows wherever a last day fell in it.', fr: 'L’interruption est enregistrée. Elle apparaît partout où un dernier jour y tombe.' },
})

export const endOutagePage = formPage({
  path: '/cases/outages/:id/end',
  right: recordOutages,
  template: 'casework/penalties/outage/end-outage.njk',
  params: z.object({ id: z.uuid() }),
  form: z.object({ endOn: aDay('Enter the day it ended'), endTime: aTime('Enter the time it ended, such as 14:30') }),
  refusals,
  show: async ({ id }, { db, clock }) => {
    const outage = await readOutage(db, id)
    return outage && { sentence: outageInWords(outage), values: { endOn: clock.today() } }
  },
  submit: ({ id }, { endOn, endTime }, { db, clock, by, officer }) =>
    endOutageOf(db, id, { untilAt: londonMoment(endOn, endTime), endedBy: { officerId: officer.id, name: officer.name }, now: clock.now() }, by('The way in is open again')),
  next: () => '/cases/outages',
  done: { en: 'The outage has ended.', fr: 'L’interruption est terminée.' },
})

async function view({ db, clock }: PageContext) {
  const outages = await recentOutages(db)
  return {
    outages: outages.map((outage) => ({ ...outage, sentence: outageInWords(outage), isOpen: outage.untilAt === null })),
    channels: outageChannels.map((value) => ({ value, text: channelWords[value] })),
    values: { fromOn: clock.today() },
  }
}
