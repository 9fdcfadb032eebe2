import { z } from 'zod'
import { newId } from '#platform/identity'
import type { PageContext } from '#platform/web'
import { aDay } from '../case/form-fields.ts'
import { capacityWords } from '../case/words.ts'
import { clockView } from '../deadline/clock-view.ts'
import { clocksOf } from '../deadline/last-day-for.ts'
import { reasonsMax } from '../limits.ts'
import { penaltyForm } from '../penalty/penalty-form.page.ts'
import { objectionGrounds, type Penalty } from '../penalty/penalty.ts'
import { personsOfCase } from '../person/person.store.ts'
import { nameOf } from '../person/person.ts'
import { recordAppeals } from '../rights.ts'
import { appealCourts, firstCourts } from './appeal.ts'
import { appealsOfCase } from './appeal.store.ts'
import { lodgeAppealOf } from './change-appeal.store.ts'
import { appealLine, courtWords } from './appeal-words.ts'

const form = z.object({
  id: z.uuid().default(newId),
  court: z.enum(appealCourts, 'Choose the court'),
  courtName: z.string('Name the court, such as County Court at Canterbury').trim().min(1, 'Name the court, such as County Court at Canterbury').max(120),
  claimNumber: z.string('Enter the court’s own number').trim().min(1, 'Enter the court’s own number').max(40),
  follows: z.union([z.literal('').transform(() => null), z.uuid()]).default(null),
  appellant: z.string('Choose who appeals').min(1, 'Choose who appeals').max(200),
  grounds: z.enum(objectionGrounds, 'Choose what they appeal against'),
  summary: z.string('Say what they appeal against, in their own terms').min(1, 'Say what they appeal against, in their own terms').max(reasonsMax),
  lodgedOn: aDay('Enter the day it was lodged with the court'),
  servedOn: aDay('Enter the day we were served'),
})

/** An appeal that has been served is written down as it came; the court decides whether a late one is heard. */
export const recordAppealPage = penaltyForm({
  end: 'appeal',
  right: recordAppeals,
  template: 'casework/penalties/appeal/record-appeal.njk',
  form,
  what: 'appeal to record',
  view,
  act: ({ db, clock }, { id: penaltyId }, { id: appealId, ...answers }, by) => lodgeAppealOf(db, penaltyId, { ...answers, appealId, today: clock.today() }, by),
  done: { en: 'The appeal is recorded. Recovery stands still while it is open.', fr: 'L’appel est enregistré. Le recouvrement est suspendu tant qu’il est en cours.' },
})

async function view({ db, clock }: PageContext, penalty: Penalty) {
  const persons = await personsOfCase(db, penalty.caseId)
  const person = persons.find(({ id }) => id === penalty.personId)
  if (person === undefined) return undefined
  const decided = (await appealsOfCase(db, penalty.caseId)).filter(({ penaltyId, conclusion }) => penaltyId === penalty.id && conclusion !== null && conclusion.outcome !== 'withdrawn' && conclusion.outcome !== 'conceded')
  const toAppeal = clocksOf(penalty).find((each) => each.clock === 'appeal')
  return {
    penalty,
    heading: `Record an appeal by ${nameOf(person)}, ${capacityWords[penalty.capacity].toLowerCase()}`,
    clock: toAppeal && clockView(toAppeal, clock.today()),
    courts: (decided.length === 0 ? firstCourts : appealCourts).map((value) => ({ value, text: courtWords[value] })),
    decided: decided.map(appealLine),
    // Whoever answers jointly is treated as penalised for appeals too (s.32(4)(b)).
    appellants: persons.filter((each) => each.id === person.id || each.partyId === person.facts.underContractWith).map(nameOf).concat(decided.length === 0 ? [] : ['The Secretary of State']),
    values: { id: newId(), follows: '', appellant: nameOf(person), servedOn: clock.today() },
  }
}
