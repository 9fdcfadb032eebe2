import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { may, newId } from '#platform/identity'
import { formPage, type PageContext } from '#platform/web'
import { plate } from '#values'
import { actInCase, insideCase, subjectOfCase } from '../case/enter-case.page.ts'
import { readCase } from '../case/case.store.ts'
import { aDay, maybeDay } from '../case/form-fields.ts'
import { subjectOf } from '../case/penalty-case.ts'
import { reasonsMax } from '../limits.ts'
import { named } from '../penalty/penalty.ts'
import { personsOfCase } from '../person/person.store.ts'
import { refusals } from '../refusals.ts'
import { seeCases, workOnCase } from '../rights.ts'
import { coversDay, ownershipInWords, ownershipStandings } from './ownership.ts'
import { ownersDoubted, ownershipsOf, platesOf, readOwnership, recordOwnershipOf, withdrawOwnershipOf } from './ownership.store.ts'

const template = 'casework/penalties/ownership/owners.njk'
const params = z.object({ id: z.uuid() })

/** Who owned the vehicles of a case when. What is recorded here is looked at for every other incident of the same vehicle. */
export const ownersPage = formPage({
  path: '/cases/:id/owners',
  right: seeCases,
  template,
  params,
  form: z.object({
    vehicle: z.string('Choose the vehicle').min(1, 'Choose the vehicle').max(20).transform(plate),
    standing: z.enum(ownershipStandings, 'Say whether they were the owner'),
    name: z.string('Enter the name or the company').trim().min(1, 'Enter the name or the company').max(200),
    registeredNumber: z.string().trim().max(60).default('').transform((typed) => typed || null),
    fromOn: aDay('Enter the first day'),
    untilOn: maybeDay('Enter the last day, or leave it empty'),
    shownBy: z.string('Say what shows it, such as a bill of sale').trim().min(1, 'Say what shows it, such as a bill of sale').max(reasonsMax),
  }),
  refusals,
  subject: subjectOfCase,
  show: ({ id }, ctx) => insideCase(ctx, { caseId: id, what: 'who owned its vehicles', comeBackTo: `/cases/${id}/owners` }, () => view(ctx, id)),
  submit: async ({ id }, { vehicle, ...recording }, ctx) => {
    const found = await readCase(ctx.db, id)
    const known = [found?.incident.tractor, found?.incident.trailer].find((each) => each?.registration === vehicle)
    if (found === undefined || !known || !mayRecord(ctx, found)) return refuse('no-such-vehicle')
    return actInCase(ctx, id, (by) => recordOwnershipOf(ctx.db, { ...recording, ownershipId: newId(), plate: vehicle, country: known.country, recordedOn: ctx.clock.today(), recordedBy: named(by) }, by))
  },
  next: ({ id }) => `/cases/${id}/owners`,
  done: { en: 'It is recorded, and looked at for every incident of this vehicle.', fr: 'C’est enregistré, et consulté pour chaque incident de ce véhicule.' },
})

export const withdrawOwnershipPage = formPage({
  path: '/cases/:id/owners/:ownershipId/withdraw',
  right: workOnCase,
  template: 'casework/penalties/ownership/withdraw-ownership.njk',
  params: z.object({ id: z.uuid(), ownershipId: z.uuid() }),
  form: z.object({ reasons: z.string('Give your reasons').trim().min(1, 'Give your reasons').max(reasonsMax) }),
  refusals,
  subject: ({ id }, ctx) => subjectOfCase({ id }, ctx),
  show: async ({ id, ownershipId }, ctx) => {
    const ownership = await readOwnership(ctx.db, ownershipId)
    return ownership && insideCase(ctx, { caseId: id, what: 'who owned its vehicles', comeBackTo: `/cases/${id}/owners` }, async () => ({ caseId: id, heading: 'Withdraw what is recorded of an owner', sentence: ownershipInWords(ownership), values: {} }))
  },
  submit: async ({ id, ownershipId }, { reasons }, ctx) => {
    const [found, ownership] = [await readCase(ctx.db, id), await readOwnership(ctx.db, ownershipId)]
    if (found === undefined || ownership === undefined || !platesOf(found).includes(ownership.plate)) return refuse('no-such-ownership')
    return actInCase(ctx, id, (by) => withdrawOwnershipOf(ctx.db, ownershipId, { by: named(by), on: ctx.clock.today(), reasons }, by))
  },
  next: ({ id }) => `/cases/${id}/owners`,
  done: { en: 'It is withdrawn. It stays in the history.', fr: 'C’est retiré. L’historique en garde trace.' },
})

function mayRecord({ officer }: PageContext, found: NonNullable<Awaited<ReturnType<typeof readCase>>>): boolean {
  return may(officer, workOnCase, subjectOf(found))
}

async function view(ctx: PageContext, id: string) {
  const { db } = ctx
  const found = await readCase(db, id)
  if (found === undefined) return undefined
  const [ownerships, persons] = await Promise.all([ownershipsOf(db, platesOf(found)), personsOfCase(db, id)])
  return {
    found, heading: `Who owned the vehicles of ${found.reference}`,
    vehicles: platesOf(found).map((registration) => ({ value: registration, text: registration })),
    ownerships: ownerships.map((ownership) => ({ ...ownership, sentence: ownershipInWords(ownership), onTheDay: coversDay(ownership, found.incident.occurredOn) })),
    doubted: await ownersDoubted(db, found, persons),
    mayRecord: mayRecord(ctx, found),
    values: { vehicle: platesOf(found)[0] },
  }
}
