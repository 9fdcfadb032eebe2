import { z } from 'zod'
import { newId } from '#platform/identity'
import { refuse } from '#platform/decisions'
import { formPage, type PageContext } from '#platform/web'
import { dayInWords } from '#values'
import { actInCase, insideCase } from '../case/enter-case.page.ts'
import { readCase } from '../case/case.store.ts'
import { capacityWords } from '../case/words.ts'
import { reasonsMax } from '../limits.ts'
import { named } from '../penalty/penalty.ts'
import { readPerson } from '../person/person.store.ts'
import { nameOf, type Person } from '../person/person.ts'
import { refusals } from '../refusals.ts'
import { judgeDuplicates } from '../rights.ts'
import { judgePartiesOf, judgementsOn, readJudgement, sameParty, undoJudgementOf } from './party.store.ts'

const params = z.object({ one: z.uuid(), other: z.uuid() })
const reasons = z.string('Give your reasons').trim().min(1, 'Give your reasons').max(reasonsMax)
const template = 'casework/penalties/party/compare-parties.njk'

type Params = z.output<typeof params>

/** Two records side by side, and the judgement whether they are one person. Whoever compares has said why for both cases. */
export const comparePartiesPage = formPage({
  path: '/parties/:one/:other',
  right: judgeDuplicates,
  template,
  params,
  form: z.object({ same: z.enum(['yes', 'no'], 'Choose whether they are one person'), reasons }),
  refusals,
  show: (pair, ctx) => view(pair, ctx),
  submit: async (pair, answers, ctx) => {
    const [one, other] = await both(pair, ctx)
    if (one === undefined || other === undefined) return refuse('no-such-person')
    const judging = { judgementId: newId(), onePartyId: one.partyId, otherPartyId: other.partyId, same: answers.same === 'yes', reasons: answers.reasons, judgedOn: ctx.clock.today() }
    return actInCase(ctx, one.caseId, (by) => judgePartiesOf(ctx.db, { ...judging, judgedBy: named(by) }, by))
  },
  next: ({ one, other }) => `/parties/${one}/${other}`,
  done: { en: 'Your judgement is recorded. Both records stay as they were.', fr: 'Votre appréciation est enregistrée. Les deux fiches restent inchangées.' },
})

export const undoJudgementPage = formPage({
  path: '/parties/:one/:other/undo',
  right: judgeDuplicates,
  template,
  params,
  form: z.object({ judgementId: z.uuid(), undoReasons: reasons }),
  refusals,
  show: (pair, ctx) => view(pair, ctx),
  submit: async (pair, { judgementId, undoReasons }, ctx) => {
    const [one, other] = await both(pair, ctx)
    const judgement = await readJudgement(ctx.db, judgementId)
    const isTheirs = [one?.partyId, other?.partyId].every((partyId) => partyId !== undefined && judgement !== undefined && [judgement.onePartyId, judgement.otherPartyId].includes(partyId))
    if (one === undefined || !isTheirs) return refuse('no-such-judgement')
    return actInCase(ctx, one.caseId, (by) => undoJudgementOf(ctx.db, judgementId, { by: named(by), on: ctx.clock.today(), reasons: undoReasons }, by))
  },
  next: ({ one, other }) => `/parties/${one}/${other}`,
  done: { en: 'It is taken back. The records stand apart as before.', fr: 'C’est annulé. Les fiches sont de nouveau distinctes.' },
})

async function both({ one, other }: Params, { db }: PageContext): Promise<readonly [Person | undefined, Person | undefined]> {
  return [await readPerson(db, one), await readPerson(db, other)]
}

/** Both cases are entered, one after the other, so that both logs of looks say so. */
async function view(pair: Params, ctx: PageContext): Promise<object | undefined> {
  const [one, other] = await both(pair, ctx)
  if (one === undefined || other === undefined) return undefined
  const entering = (caseId: string) => ({ caseId, what: 'compared with a person of another case', comeBackTo: `/cases/${one.caseId}/parties` })
  return insideCase(ctx, entering(one.caseId), () => insideCase(ctx, entering(other.caseId), () => compared(one, other, ctx)))
}

async function compared(one: Person, other: Person, { db }: PageContext) {
  const [oneCase, otherCase, judgements, same] = await Promise.all([readCase(db, one.caseId), readCase(db, other.caseId), judgementsOn(db, [one.partyId]), sameParty(db, one.partyId)])
  const ours = judgements.filter((each) => [each.onePartyId, each.otherPartyId].includes(other.partyId))
  return {
    caseId: one.caseId, base: `/parties/${one.id}/${other.id}`, heading: 'One person or two?',
    people: [{ person: one, found: oneCase }, { person: other, found: otherCase }].map(({ person, found }) => ({ name: nameOf(person), capacity: `${capacityWords[person.capacity]}, ${found?.reference ?? ''}`, href: `/cases/${person.caseId}` })),
    rows: rows.map(({ label, cell }) => ({ label, cells: [cell(one), cell(other)] })),
    standing: ours.find(({ undone }) => undone === null),
    past: ours.filter(({ undone }) => undone !== null),
    alike: same.includes(other.partyId),
    values: {},
  }
}

const rows: readonly { readonly label: string; readonly cell: (person: Person) => string }[] = [
  { label: 'Company', cell: ({ identity }) => identity.company ?? 'None' },
  { label: 'Name', cell: ({ identity }) => identity.name || 'Not recorded' },
  { label: 'Registered number', cell: ({ identity }) => identity.registeredNumber ?? 'Not recorded' },
  { label: 'Born on', cell: ({ identity }) => (identity.bornOn === null ? 'Not recorded' : dayInWords(identity.bornOn)) },
  { label: 'Address', cell: ({ identity: { address } }) => [...address.lines, address.country].join(', ') },
  { label: 'Address from', cell: ({ identity: { address } }) => `${address.source}, ${dayInWords(address.asOf)}` },
  { label: 'E-mail', cell: ({ identity }) => identity.email ?? 'Not recorded' },
]
