import { z } from 'zod'
import { slugOf } from '#law'
import { may, newId } from '#platform/identity'
import { page, type PageContext, type Route } from '#platform/web'
import { day, isDay } from '#values'
import { readCase } from '../case/case.store.ts'
import { insideCase, subjectOfPenalty } from '../case/enter-case.page.ts'
import { reasonsMax } from '../limits.ts'
import { penaltyForm } from '../penalty/penalty-form.page.ts'
import { named, type Penalty } from '../penalty/penalty.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { readPerson } from '../person/person.store.ts'
import { nameOf } from '../person/person.ts'
import { refusals } from '../refusals.ts'
import { chaseDebts, enforceDebts, seeCases } from '../rights.ts'
import { letterMethods, serviceOutcomes, type EnforcementStep } from './enforcement-step.ts'
import { answerLetterOf, enforcementFacts, takeStepOf } from './enforcement.store.ts'
import { interestOn, missingFor, restsOn } from './needs.ts'
import { everyStep, stepOf, type Need, type Prompt } from './steps.ts'
import { takeStep } from './take-step.ts'
import { methodChoices, methodWords, outcomeChoices, outcomeWords } from './words.ts'

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
    ...(step.letterDays === null ? {} : { sentOn: aDay('Enter the day it was sent'), method: z.enum(letterMethods, 'Choose how it was sent') }),
  }).catchall(z.unknown()),
  view: async (ctx, penalty) => {
    const facts = await enforcementFacts(ctx.db, penalty.id, ctx.clock.today())
    const person = await readPerson(ctx.db, penalty.personId)
    if (facts === undefined || person === undefined) return undefined
    return { under: restsOn(step.code, facts).map((each) => ({ ...each, href: `/law/${slugOf(each.cite)}` })), step, penalty, name: nameOf(person), heading: step.words, address: facts.address, missing: said(missingFor(step, facts)), methodChoices, values: { sentOn: facts.today } }
  },
  act: ({ db, clock }, { id: penaltyId }, { reasons: why, ...typed }, by) => {
    const [stepId, today] = [newId(), clock.today()]
    const answers = Object.fromEntries(step.asks.map(({ name }) => [name, String(typed[name] ?? '')]))
    const sent = step.letterDays === null ? null : { on: day(String(typed['sentOn'])), method: z.enum(letterMethods).parse(typed['method']) }
    return takeStepOf(db, { penaltyId, stepId, today, by }, (facts) => takeStep(facts, { stepId, code: step.code, reasons: why, answers, sent, by: named(by) }))
  },
  next: 'enforcement',
  done: { en: 'The step is recorded.', fr: 'L’étape est enregistrée.' },
}))

function answerTo({ label, kind }: Prompt) {
  return kind === 'day' ? aDay(`Enter: ${label.toLowerCase()}`) : z.string(`Enter: ${label.toLowerCase()}`).min(1, `Enter: ${label.toLowerCase()}`).max(reasonsMax)
}

/** What became of a letter, and what proves it. */
export const letterOutcomePage = penaltyForm({
  end: 'enforcement/service',
  right: chaseDebts,
  template: 'casework/penalties/enforcement/enforcement.njk',
  what: 'enforcement: what became of a letter',
  form: z.object({
    stepId: z.uuid('Choose the letter'),
    outcome: z.enum(serviceOutcomes, 'Choose what became of it'),
    on: aDay('Enter the day'),
    proof: z.string('Say what proves it').min(1, 'Say what proves it').max(reasonsMax),
  }),
  view,
  act: ({ db, clock }, { id: penaltyId }, { stepId, ...answering }, by) => answerLetterOf(db, { penaltyId, stepId, by }, { ...answering, by: named(by), today: clock.today() }),
  next: 'enforcement',
  done: { en: 'What became of the letter is recorded.', fr: 'La suite de la lettre est enregistrée.' },
})

async function view(ctx: PageContext, penalty: Penalty): Promise<object | undefined> {
  const { db, officer, clock } = ctx
  const [facts, found, person] = [await enforcementFacts(db, penalty.id, clock.today()), await readCase(db, penalty.caseId), await readPerson(db, penalty.personId)]
  if (facts === undefined || found === undefined || person === undefined) return undefined
  const subject = { state: found.stage }
  const next = everyStep.map((step) => ({ ...step, missing: said(missingFor(step, facts)) }))
  const unanswered = facts.taken.filter(({ letter, service }) => letter !== null && (service === null || service.outcome === 'unknown'))
  return {
    heading: `Recovery: ${nameOf(person)}`, ...facts,
    accrues: interestOn(facts).value,
    done: facts.taken.toReversed().map(shown),
    open: next.filter(({ missing }) => missing.length === 0).map((step) => ({ ...step, mine: may(officer, rightFor[step.right], subject) })),
    later: next.filter(({ missing }) => missing.length > 0),
    unanswered: unanswered.map((step) => ({ value: step.id, text: `${stepOf(step.code).words} of ${step.letter?.sentOn ?? ''}` })),
    mayAnswer: unanswered.length > 0 && may(officer, chaseDebts, subject),
    outcomeChoices,
    values: { on: facts.today },
  }
}

function said(missing: readonly Need[]): readonly string[] {
  return missing.map((need) => refusals[`need-${need}`]?.en ?? need)
}

function shown(taken: EnforcementStep) {
  const step = stepOf(taken.code)
  return {
    ...taken, words: step.words,
    told: Object.entries(taken.answers).map(([name, value]) => ({ key: step.asks.find((prompt) => prompt.name === name)?.label ?? name, value })),
    letterWords: taken.letter && methodWords[taken.letter.method],
    serviceWords: taken.service && outcomeWords[taken.service.outcome],
  }
}
