import { z } from 'zod'
import { otherCarriers, sections, transporters } from '#law'
import { newId } from '#platform/identity'
import { formPage } from '#platform/web'
import { allPorts, isPort, plate, siteName } from '#values'
import { refusals } from '../refusals.ts'
import { referCase } from '../rights.ts'
import { caseFacts } from './case-from-detection.ts'
import { aDay } from './form-fields.ts'
import { openCaseOf } from './open-case.store.ts'
import { alarmRaisers, type Incident } from './penalty-case.ts'
import { alarmWords, sectionWords, transporterWords } from './words.ts'

const form = z.object({
  port: z.string('Choose the control').refine(isPort, 'Choose the control'),
  place: z.string('Say where in the control').min(1, 'Say where in the control').max(120),
  occurredOn: aDay('Enter the day of the incident'),
  transporter: z.enum(transporters, `Choose what carried them. ${otherCarriers.en}`),
  section: z.enum(sections, 'Choose the section'),
  entrants: z.coerce.number('Enter how many were found').int('Enter a whole number').min(0).max(500).default(0),
  tractor: z.string().max(20).default('').transform(plate),
  trailer: z.string().max(20).default('').transform(plate),
  country: z.string().max(3, 'Use the country’s letters, such as RO').default(''),
  raisedBy: z.enum(alarmRaisers, 'Say who raised the alarm'),
})

type Answers = z.output<typeof form>

/** A case that came on paper, from the police or another port, and has no detection of ours behind it. */
export const referCasePage = formPage({
  path: '/cases/new',
  right: referCase,
  template: 'casework/penalties/case/refer-case.njk',
  form,
  refusals,
  show: async (_params, { clock }) => ({
    places: allPorts().map((value) => ({ value, text: siteName(value) })),
    otherCarriers: otherCarriers.en,
    transporters: transporters.map((value) => ({ value, text: transporterWords[value] })),
    sections: sections.map((value) => ({ value, text: sectionWords[value] })),
    alarms: alarmRaisers.map((value) => ({ value, text: alarmWords[value] })),
    values: { occurredOn: clock.today(), section: '32' },
  }),
  submit: (_params, answers, { db, by, clock }) =>
    openCaseOf(db, caseFacts(newId(), null, incidentFrom(answers)), { by: by('Referred on paper'), today: clock.today() }),
  next: (_params, _form, { events: [opened] }) => (opened?.type === 'case-opened' ? `/cases/${opened.caseId}` : '/cases'),
  done: { en: 'The case is open.', fr: 'Le dossier est ouvert.' },
})

function incidentFrom({ port, place, occurredOn, transporter, section, entrants, tractor, trailer, country, raisedBy }: Answers): Incident {
  const vehicle = (registration: Answers['tractor']) => (registration === '' ? null : { registration, country: country === '' ? null : country.toUpperCase() })
  return {
    port, place, occurredOn, transporter, section, entrants,
    occurredAt: null, tractor: vehicle(tractor), trailer: vehicle(trailer),
    selfReport: { raisedBy, firstSuspectedAt: null, reportedAt: null },
    atScene: { checklist: 'not-asked', instructions: 'not-asked', persons: [] },
    journeyBeganOn: null, adequatelySecured: section === '31A' ? false : null,
  }
}
