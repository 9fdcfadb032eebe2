import { z } from 'zod'
import { newId } from '#platform/identity'
import { formPage, type PageContext } from '#platform/web'
import { aDay, aTime, londonMoment, maybeDay, someWords } from '../case/form-fields.ts'
import { named } from '../penalty/penalty.ts'
import { refusals } from '../refusals.ts'
import { recordOutages } from '../rights.ts'
import { answerProposalOf, readProposal, unansweredProposals } from './outage-proposal.store.ts'
import { channelWords, outageInWords, timesInBoth } from './outage-words.ts'
import { outageChannels } from './outage.ts'
import { endOutageOf, readOutage, recentOutages, recordOutageOf } from './outage.store.ts'

const form = z.object({
  channel: z.enum(outageChannels, 'Choose which way in was shut'),
  fromOn: aDay('Enter the day it began'),
  fromTime: aTime('Enter the time it began, such as 09:10'),
  untilOn: maybeDay('Enter the day it ended, or leave it empty'),
  untilTime: aTime('Enter the time it ended, such as 14:30').or(z.literal('')).default(''),
  what: someWords('Say what happened'),
}).refine(({ untilOn, untilTime }) => (untilOn === null) === (untilTime === ''), { path: ['untilTime'], message: 'Enter both the day and the time it ended, or neither' })

/** Every time one of our doors was shut, and the form that records another. */
export const outagesPage = formPage({
  path: '/cases/outages',
  right: recordOutages,
  template: 'casework/penalties/outage/outages.njk',
  form,
  refusals,
  show: (_params, ctx) => view(ctx),
  submit: (_params, { channel, fromOn, fromTime, untilOn, untilTime, what }, { db, clock, by, officer }) => {
    const untilAt = untilOn === null ? null : londonMoment(untilOn, untilTime)
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

/** The machine saw a door shut; a person says whether that was an outage. */
export const answerProposalPage = formPage({
  path: '/cases/outages/proposals/:id',
  right: recordOutages,
  template: 'casework/penalties/outage/answer-proposal.njk',
  params: z.object({ id: z.uuid() }),
  form: z.object({ wasOutage: z.enum(['yes', 'no'], 'Say whether it was an outage'), reasons: someWords('Say what happened, or why it was none') }),
  refusals,
  show: async ({ id }, { db }) => {
    const proposal = await readProposal(db, id)
    return proposal && { sentence: timesInBoth(proposal).en }
  },
  submit: ({ id }, { wasOutage, reasons }, { db, by }) => {
    const answering = by('The site proposed an outage')
    return answerProposalOf(db, id, { wasOutage: wasOutage === 'yes', reasons, by: named(answering) }, answering)
  },
  next: () => '/cases/outages',
  done: { en: 'Your answer is recorded.', fr: 'Votre réponse est enregistrée.' },
})

async function view({ db, clock }: PageContext) {
  const [outages, proposals] = await Promise.all([recentOutages(db), unansweredProposals(db)])
  return {
    outages: outages.map((outage) => ({ ...outage, sentence: outageInWords(outage), isOpen: outage.untilAt === null })),
    proposals: proposals.map((proposal) => ({ ...proposal, sentence: timesInBoth(proposal).en })),
    channels: outageChannels.map((value) => ({ value, text: channelWords[value].en })),
    values: { fromOn: clock.today() },
  }
}
