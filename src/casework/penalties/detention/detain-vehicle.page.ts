import { z } from 'zod'
import { ukNations, type DetentionPower } from '#law'
import { newId } from '#platform/identity'
import type { PageContext, Route } from '#platform/web'
import { inPounds, type By } from '#values'
import { aDay, aTime, londonMoment, someWords } from '../case/form-fields.ts'
import { caseForm } from '../case/case-form.page.ts'
import { named } from '../penalty/penalty.ts'
import { detainVehicles } from '../rights.ts'
import { asksDay, asksOneOf, asksSomeOf, asksText, asksTick, asksTime, asksWords, type Field } from './act-form.ts'
import { detainIn, detentionFacts } from './change-detention.store.ts'
import { detainVehicle, holdAsSecurity } from './detain-vehicle.ts'
import { detentionForm } from './detention-form.page.ts'
import { heldUnder } from './detention.ts'
import { debtsToHoldFor, saidInFull, type DetentionFacts } from './may-detain.ts'
import { nationChoices, powerWords } from './words.ts'

const template = 'casework/penalties/detention/act-on-detention.njk'
const ticked = (message: string) => z.literal('yes', message)
const penaltyIds = z.array(z.uuid(), 'Choose what it is held for').min(1, 'Choose what it is held for')

const shared = {
  detainedOn: aDay('Enter the day the detention began'),
  detainedBy: someWords('Enter the officer’s name and grade', 120),
  senior: ticked('Only a chief immigration officer or above may detain'),
  reasons: someWords('Give the reasons'),
}
const vehicle = { vehicle: someWords('Enter registration, make and marks', 200), place: someWords('Enter where it is held', 200), nation: z.enum(ukNations, 'Choose where it is held') }
const security = { penaltyIds, risk: ticked('Without a significant risk of non-payment it may not be held'), noSecurity: ticked('With other security it may not be held') }

const forms = {
  'provisional': z.object({ ...vehicle, searchEndedOn: aDay('Enter the day the search ended'), searchEndedTime: aTime('Enter the time the search ended, such as 09:10'), ...shared }),
  '36': z.object({ ...security, ...vehicle, ...shared }),
  '36A': z.object({ penaltyIds, business: ticked('A vehicle that is not used in the business may not be held'), ...vehicle, ...shared }),
}

const vehicleFields: readonly Field[] = [asksText('vehicle', 'Registration, make and marks'), asksText('place', 'Where it is held'), asksOneOf('nation', 'In which part of the United Kingdom', nationChoices)]
const officerFields: readonly Field[] = [
  asksDay('detainedOn', 'Day the detention began'),
  asksText('detainedBy', 'Officer who detained it, with grade'),
  asksTick('senior', 'That officer is a chief immigration officer or above (s.43(1))'),
  asksWords('reasons', 'That officer’s reasons', 'They are shown to whoever asks for the vehicle, and to a court.'),
]
const securityFields: readonly Field[] = [
  asksTick('risk', 'In that officer’s opinion there is a significant risk that it will not be paid in time (s.36(2))'),
  asksTick('noSecurity', 'No other satisfactory security was given (s.36(2))'),
]
const fieldsFor = {
  'provisional': [...vehicleFields, asksDay('searchEndedOn', 'Day the first search after arrival ended'), asksTime('searchEndedTime', 'Time it ended, in London'), ...officerFields],
  '36': [...vehicleFields, ...securityFields, ...officerFields],
  '36A': [...vehicleFields, asksTick('business', 'It is used in the business of the person who owes (s.36A)'), ...officerFields],
} as const

/** A form for each power: what of its conditions lies in the file is judged before anything is asked. */
export const detainVehiclePages: readonly Route[] = heldUnder.map((power) => caseForm({
  path: `/cases/:id/detentions/${power}`,
  params: z.object({ id: z.uuid() }),
  right: detainVehicles,
  template,
  what: `detention of a vehicle: ${powerWords[power].name.toLowerCase()}`,
  form: forms[power],
  view: async ({ db, clock }, found) => {
    const facts = await detentionFacts(db, found.id, clock.today())
    const { tractor, trailer } = found.incident
    return facts && {
      ...asked(facts, power === 'provisional' ? undefined : power, fieldsFor[power]),
      back: `/cases/${found.id}/detentions`, backTo: 'the vehicles held', heading: `Detain a vehicle: ${powerWords[power].name.toLowerCase()}`, lead: powerWords[power].what,
      values: { detainedOn: facts.today, searchEndedOn: facts.today, vehicle: power === '36A' ? '' : (tractor ?? trailer)?.registration ?? '', nation: 'england-and-wales' },
    }
  },
  act: ({ db, clock }, { id: caseId }, answers, by) => {
    const detentionId = newId()
    const detaining = { ...detainingFrom(answers, by), detentionId, heldUnder: power }
    return detainIn(db, { caseId, detentionId, today: clock.today(), by }, (_none, facts) => detainVehicle(facts, detaining))
  },
  next: ({ id }) => `/cases/${id}/detentions`,
  done: { en: 'The detention is recorded. Tell those it concerns.', fr: 'La retenue est enregistrée. Informez les intéressés.' },
}))

type Answers = z.output<(typeof forms)[keyof typeof forms]>

function detainingFrom(answers: Answers, by: By) {
  const { vehicle: what, place, nation, detainedOn, detainedBy, reasons } = answers
  return {
    vehicle: what, place, nation, detainedOn, detainedBy, reasons, recordedBy: named(by),
    penaltyIds: 'penaltyIds' in answers ? answers.penaltyIds : [],
    firstSearchEndedAt: 'searchEndedOn' in answers ? londonMoment(answers.searchEndedOn, answers.searchEndedTime) : null,
    // Each box had to be ticked for the form to be read at all.
    said: saidInFull,
  }
}

/** The notice came in time: what was held provisionally stays as security. */
export const holdAsSecurityPage = detentionForm({
  end: 'security',
  right: detainVehicles,
  template,
  what: 'detention: held as security',
  form: z.object({ ...security, ...shared }),
  view: async ({ db, clock }: PageContext, { id, caseId, vehicle: what }) => {
    const facts = await detentionFacts(db, caseId, clock.today())
    return facts && { ...asked(facts, '36', [...securityFields, ...officerFields]), back: `/detentions/${id}`, heading: `Hold ${what} as security`, lead: powerWords['36'].what, values: { detainedOn: facts.today } }
  },
  act: ({ db, clock }, { id: detentionId, caseId }, { penaltyIds: chosen, detainedOn, detainedBy, reasons }, by) =>
    detainIn(db, { caseId, detentionId, today: clock.today(), by }, (detention, facts) => holdAsSecurity(detention, facts, { penaltyIds: chosen, detainedOn, detainedBy, reasons, recordedBy: named(by), said: saidInFull })),
  done: { en: 'The vehicle is held as security.', fr: 'Le véhicule est retenu comme garantie.' },
})

/** What the form asks, or, where nothing can be held for, why not, debt by debt. */
function asked(facts: DetentionFacts, power: DetentionPower | undefined, fields: readonly Field[]) {
  if (power === undefined) return { fields, missing: [] }
  const { open, against } = debtsToHoldFor(power, facts)
  const choice = asksSomeOf('penaltyIds', 'Held for', open.map(({ penalty, whose, owedPence }) => ({ value: penalty.id, text: `${whose}: ${inPounds(owedPence)} owed` })))
  return { missing: against, ...(open.length === 0 ? {} : { fields: [choice, ...fields] }) }
}
