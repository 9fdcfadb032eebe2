import { z } from 'zod'
import type { PageContext } from '#platform/web'
import { readCase } from '../case/case.store.ts'
import { aDay } from '../case/form-fields.ts'
import { capacityWords } from '../case/words.ts'
import { clockView } from '../deadline/clock-view.ts'
import { clocksOf } from '../deadline/last-day-for.ts'
import { reasonsMax } from '../limits.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { penaltyForm } from '../penalty/penalty-form.page.ts'
import { objectionGrounds, type Penalty } from '../penalty/penalty.ts'
import { personsOfCase } from '../person/person.store.ts'
import { nameOf } from '../person/person.ts'
import { recordObjection } from '../rights.ts'
import { receiveObjection } from './receive-objection.ts'

const form = z.object({
  receivedOn: aDay('Enter the day the objection arrived'),
  objector: z.string('Choose who objects').min(1, 'Choose who objects').max(200),
  grounds: z.enum(objectionGrounds, 'Choose what they object to'),
  summary: z.string('Say what they object to, in their own terms').min(1, 'Say what they object to, in their own terms').max(reasonsMax),
})

export const receiveObjectionPage = penaltyForm({
  end: 'objection',
  right: recordObjection,
  template: 'casework/penalties/objection/receive-objection.njk',
  form,
  what: 'objection to record',
  view,
  act: ({ db, clock }, { id }, answers, by) =>
    changePenalty(db, { penaltyId: id, by }, (current) => receiveObjection(current, { ...answers, today: clock.today() })),
  done: { en: 'The objection is recorded.', fr: 'La contestation est enregistrée.' },
})

async function view({ db, clock }: PageContext, penalty: Penalty) {
  const [found, persons] = await Promise.all([readCase(db, penalty.caseId), personsOfCase(db, penalty.caseId)])
  const person = persons.find(({ id }) => id === penalty.personId)
  if (found === undefined || person === undefined) return undefined
  const today = clock.today()
  const toObject = clocksOf(penalty).find((each) => each.clock === 'object')
  return {
    found, penalty,
    heading: `Record an objection by ${nameOf(person)}, ${capacityWords[penalty.capacity].toLowerCase()}`,
    clock: toObject && clockView(toObject, today),
    objectors: persons.filter(mayObject(penalty, person.facts.underContractWith)).map(nameOf),
    values: { receivedOn: today, objector: nameOf(person) },
  }
}

/** The person, and whoever answers jointly for this penalty, who may object to it as well (s.32(4)(b)). */
function mayObject({ personId }: Penalty, employer: string | null) {
  return (person: { readonly id: string; readonly partyId: string }): boolean => person.id === personId || person.partyId === employer
}
