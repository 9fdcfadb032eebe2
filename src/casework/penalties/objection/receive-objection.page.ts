import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { formPage, type PageContext } from '#platform/web'
import { day, isDay } from '#values'
import { readCase } from '../case/case.store.ts'
import { actInCase, insideCase, subjectOfPenalty } from '../case/enter-case.page.ts'
import { capacityWords } from '../case/words.ts'
import { clockView } from '../deadline/clock-view.ts'
import { clocksOf } from '../deadline/last-day-for.ts'
import { reasonsMax } from '../limits.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { objectionGrounds, type Penalty } from '../penalty/penalty.ts'
import { personsOfCase } from '../person/person.store.ts'
import { nameOf } from '../person/person.ts'
import { refusals } from '../refusals.ts'
import { recordObjection } from '../rights.ts'
import { receiveObjection } from './receive-objection.ts'

const form = z.object({
  receivedOn: z.string('Enter the day the objection arrived').refine(isDay, 'Enter the day the objection arrived').transform(day),
  objector: z.string('Choose who objects').min(1, 'Choose who objects').max(200),
  grounds: z.enum(objectionGrounds, 'Choose what they object to'),
  summary: z.string('Say what they object to, in their own terms').min(1, 'Say what they object to, in their own terms').max(reasonsMax),
})

export const receiveObjectionPage = formPage({
  path: '/penalties/:id/objection',
  right: recordObjection,
  template: 'casework/penalties/objection/receive-objection.njk',
  params: z.object({ id: z.uuid() }),
  form,
  refusals,
  subject: subjectOfPenalty,
  show: async ({ id }, ctx) => {
    const penalty = await readPenalty(ctx.db, id)
    return penalty && insideCase(ctx, { caseId: penalty.caseId, what: 'objection to record', comeBackTo: `/penalties/${id}/objection` }, () => view(ctx, penalty))
  },
  submit: async ({ id }, answers, ctx) => {
    const penalty = await readPenalty(ctx.db, id)
    if (penalty === undefined) return refuse('no-such-penalty')
    return actInCase(ctx, penalty.caseId, (by) => changePenalty(ctx.db, { penaltyId: id, by }, (current) => receiveObjection(current, { ...answers, today: ctx.clock.today() })))
  },
  next: ({ id }) => `/penalties/${id}`,
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
