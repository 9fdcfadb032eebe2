import { z } from 'zod'
import { slugOf } from '#law'
import type { Letter } from '#platform/documents'
import { may, newId } from '#platform/identity'
import { page, type PageContext, type Route } from '#platform/web'
import { day, isDay } from '#values'
import { readCase } from '../case/case.store.ts'
import { insideCase, subjectOfPenalty } from '../case/enter-case.page.ts'
import { reasonsMax } from '../limits.ts'
import { letterAddress } from '../notice/letter-address.ts'
import { envelopeOf } from '../notice/letter-templates.ts'
import { penaltyForm } from '../penalty/penalty-form.page.ts'
import { named, type Penalty } from '../penalty/penalty.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { readPerson } from '../person/person.store.ts'
import { nameOf } from '../person/person.ts'
import { refusals } from '../refusals.ts'
import { chaseDebts, enforceDebts, seeCases } from '../rights.ts'
import { channelWords, dispatchStageWords } from '../service/dispatch-words.ts'
import type { Dispatch } from '../service/dispatch.ts'
import type { EnforcementStep } from './enforcement-step.ts'
import { enforcementFacts, takeStepOf } from './enforcement.store.ts'
import { interestOn, missingFor, restsOn, type EnforcementFacts } from './needs.ts'
import { draftRecoveryLetter } from './recovery-letter.store.ts'
import { everyStep, letterOf, stepOf, type Need, type Prompt, type StepCode } from './steps.ts'
import { takeStep } from './take-step.ts'

const rightFor = { chase: chaseDebts, enforce: enforceDebts } as const
const reasons = z.string('Give your reasons').min(1, 'Give your reasons').max(reasonsMax)
const aDay = (message: string) => z.string(message).refine(isDay, message).transform(day)

/** What was done to recover a debt, what can be done next, and what stands in the way of the rest. */
export const enforcementPage = page({
  path: '/penalties/:id/enforcement',
  right: seeCases,
  template: 'casework/penalties/enforcement/enforcement.njk',
  params: z.object({ id: z.uuid() }),
  subject: ({ params }, ctx) => subjectOfPenalty(params, ctx),
  show: async ({ params: { id } }, ctx) => {
    const penalty = await readPenalty(ctx.db, id)
    return penalty && insideCase(ctx, { caseId: penalty.caseId, what: 'enforcement', comeBackTo: `/penalties/${id}/enforcement` }, () => view(ctx, penalty))
  },
})

/** One form for each step, asking what the step says it asks. */
export const enforcementStepPages: readonly Route[] = everyStep.map((step) => penaltyForm({
  end: `enforcement/${step.code}`,
  right: rightFor[step.right],
  template: 'casework/penalties/enforcement/take-step.njk',
  what: `enforcement: ${step.words.toLowerCase()}`,
  form: z.object({
    reasons,
    ...Object.fromEntries(step.asks.map((prompt) => [prompt.name, answerTo(prompt)])),
  }).catchall(z.unknown()),
  view: async (ctx, penalty) => {
    const facts = await enforcementFacts(ctx.db, penalty.id, ctx.clock.today())
    const person = await readPerson(ctx.db, penalty.personId)
    if (facts === undefined || person === undefined) return undefined
    return { under: restsOn(step.code, facts).map((each) => ({ ...each, href: `/law/${slugOf(each.cite)}` })), step, penalty, name: nameOf(person), heading: step.words, address: [...facts.to.lines, facts.to.country].join(', '), missing: said(missingFor(step, facts)), letters: await lettersOf(ctx, step.code, facts) }
  },
  act: ({ db, clock, mode }, { id: penaltyId }, { reasons: why, ...typed }, by) => {
    const taking = { penaltyId, stepId: newId(), today: clock.today(), demonstration: mode === 'demo', by }
    const answers = Object.fromEntries(step.asks.map(({ name }) => [name, String(typed[name] ?? '')]))
    return takeStepOf(db, taking, (facts) => takeStep(facts, { stepId: taking.stepId, code: step.code, reasons: why, answers, documentId: newId(), by: named(by) }))
  },
  next: 'enforcement',
  done: { en: 'The step is recorded.', fr: 'L’étape est enregistrée.' },
}))

/** The letter that this step would send, for whoever takes it to read. */
async function lettersOf({ db, mode }: PageContext, code: StepCode, facts: EnforcementFacts): Promise<readonly Letter[]> {
  const purpose = letterOf(code)
  const draft = purpose && (await draftRecoveryLetter(db, facts, { purpose, on: facts.today, demonstration: mode === 'demo' }))
  return draft === undefined ? [] : envelopeOf(draft.template, draft.facts, true)
}

function answerTo({ label, kind }: Prompt) {
  return kind === 'day' ? aDay(`Enter: ${label.toLowerCase()}`) : z.string(`Enter: ${label.toLowerCase()}`).min(1, `Enter: ${label.toLowerCase()}`).max(reasonsMax)
}

async function view(ctx: PageContext, penalty: Penalty): Promise<object | undefined> {
  const { db, officer, clock } = ctx
  const [facts, found, person] = [await enforcementFacts(db, penalty.id, clock.today()), await readCase(db, penalty.caseId), await readPerson(db, penalty.personId)]
  if (facts === undefined || found === undefined || person === undefined) return undefined
  const subject = { state: found.stage }
  const next = everyStep.map((step) => ({ ...step, missing: said(missingFor(step, facts)) }))
  return {
    heading: `Recovery: ${nameOf(person)}`, ...facts,
    accrues: interestOn(facts).value,
    done: facts.taken.toReversed().map((step) => shown(step, facts)),
    open: next.filter(({ missing }) => missing.length === 0).map((step) => ({ ...step, mine: may(officer, rightFor[step.right], subject) })),
    later: next.filter(({ missing }) => missing.length > 0),
  }
}

function said(missing: readonly Need[]): readonly string[] {
  return missing.map((need) => refusals[`need-${need}`]?.en ?? need)
}

function shown(taken: EnforcementStep, { penalty, letters: { dispatches } }: EnforcementFacts) {
  const [step, purpose, { documentId }] = [stepOf(taken.code), letterOf(taken.code), taken]
  return {
    ...taken, words: step.words,
    told: Object.entries(taken.answers).map(([name, value]) => ({ key: step.asks.find((prompt) => prompt.name === name)?.label ?? name, value })),
    letter: purpose === undefined || documentId === null ? undefined : { href: letterAddress({ id: documentId, caseId: penalty.caseId, penaltyId: penalty.id, purpose }), ways: waysOf(documentId, dispatches) },
  }
}

function waysOf(documentId: string, dispatches: readonly Dispatch[]) {
  return dispatches.filter((dispatch) => dispatch.documentId === documentId).map(({ id, channel, stage, to }) => ({ id, channel: channelWords[channel].name, state: dispatchStageWords[stage], place: to.lines.length === 0 ? to.email : [...to.lines, to.country].join(', ') }))
}
