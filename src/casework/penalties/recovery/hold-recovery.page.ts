import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { newId } from '#platform/identity'
import { formPage, type PageContext } from '#platform/web'
import { readCase } from '../case/case.store.ts'
import { caseStateOf } from '../case/case-state.store.ts'
import { actInCase, insideCase, subjectOfPenalty } from '../case/enter-case.page.ts'
import { aDay, maybeDay } from '../case/form-fields.ts'
import { reasonsMax } from '../limits.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { named } from '../penalty/penalty.ts'
import { readPerson } from '../person/person.store.ts'
import { nameOf } from '../person/person.ts'
import { refusals } from '../refusals.ts'
import { holdRecoveries } from '../rights.ts'
import { holdKinds, holdKindWords, holdsOn } from './hold.ts'
import { holdRecoveryOf, holdsOfCase, liftHoldOf, readHold } from './hold.store.ts'

const template = 'casework/penalties/recovery/hold-recovery.njk'
const reasons = z.string('Give your reasons').min(1, 'Give your reasons').max(reasonsMax)

/** The holds of one penalty, and the form that places another. */
export const holdRecoveryPage = formPage({
  path: '/penalties/:id/holds',
  right: holdRecoveries,
  template,
  params: z.object({ id: z.uuid() }),
  form: z.object({
    kind: z.enum(holdKinds, 'Choose why nobody is to be chased'),
    fromOn: aDay('Enter the first day'),
    untilOn: maybeDay('Enter the last day, or leave it empty'),
    reasons,
  }),
  refusals,
  subject: subjectOfPenalty,
  show: ({ id }, ctx) => view(ctx, id),
  submit: async ({ id }, holding, ctx) => {
    const penalty = await readPenalty(ctx.db, id)
    if (penalty === undefined) return refuse('no-such-penalty')
    return actInCase(ctx, penalty.caseId, (by) => holdRecoveryOf(ctx.db, id, { ...holding, holdId: newId(), placedBy: named(by) }, by))
  },
  next: ({ id }) => `/penalties/${id}/holds`,
  done: { en: 'Recovery is on hold for that time.', fr: 'Le recouvrement est suspendu pour cette période.' },
})

export const liftHoldPage = formPage({
  path: '/penalties/:id/holds/:holdId/end',
  right: holdRecoveries,
  template,
  params: z.object({ id: z.uuid(), holdId: z.uuid() }),
  form: z.object({ liftReasons: reasons }),
  refusals,
  subject: ({ id }, ctx) => subjectOfPenalty({ id }, ctx),
  show: ({ id }, ctx) => view(ctx, id),
  submit: async ({ id, holdId }, { liftReasons }, ctx) => {
    const hold = await readHold(ctx.db, holdId)
    if (hold === undefined || hold.penaltyId !== id) return refuse('no-such-hold')
    return actInCase(ctx, hold.caseId, (by) => liftHoldOf(ctx.db, holdId, { on: ctx.clock.today(), reasons: liftReasons, liftedBy: named(by) }, by))
  },
  next: ({ id }) => `/penalties/${id}/holds`,
  done: { en: 'The hold ends today.', fr: 'La suspension prend fin aujourd’hui.' },
})

async function view(ctx: PageContext, id: string): Promise<object | undefined> {
  const penalty = await readPenalty(ctx.db, id)
  const [found, person] = penalty === undefined ? [] : [await readCase(ctx.db, penalty.caseId), await readPerson(ctx.db, penalty.personId)]
  if (penalty === undefined || found === undefined || person === undefined) return undefined
  return insideCase(ctx, { caseId: penalty.caseId, what: 'holds on recovery', comeBackTo: `/penalties/${id}/holds` }, async () => {
    const today = ctx.clock.today()
    const holds = (await holdsOfCase(ctx.db, found.id)).filter((hold) => hold.penaltyId === id)
    return { found, penalty, heading: `Holds on recovery: ${nameOf(person)}`, kinds: holdKinds.map((value) => ({ value, text: holdKindWords[value] })), holds: holds.map((hold) => ({ ...hold, words: holdKindWords[hold.kind], isNow: holdsOn(hold, today) })), standstills: (await caseStateOf(ctx.db, found, today)).state.standstills?.get(id) ?? [], values: { fromOn: today } }
  })
}
