import { z } from 'zod'
import { newId } from '#platform/identity'
import type { PageContext } from '#platform/web'
import { aDay } from '../case/form-fields.ts'
import { instalmentsMax, reasonsMax } from '../limits.ts'
import { moneyOf } from '../payment/money.store.ts'
import { penaltyForm } from '../penalty/penalty-form.page.ts'
import { named, type Penalty } from '../penalty/penalty.ts'
import { readPerson } from '../person/person.store.ts'
import { nameOf } from '../person/person.ts'
import { agreeInstalments } from '../rights.ts'
import { agreePlan, endPlan, tellMissed } from './agree-plan.ts'
import { planEndings } from './plan.ts'
import { planStanding } from './plan-standing.ts'
import { changePlan, plansOfCase } from './plan.store.ts'
import { instalmentRhythms } from './schedule.ts'
import { endingWords, lineWords, rhythmWords } from './words.ts'

const template = 'casework/penalties/instalment/instalments.njk'
const reasons = z.string('Give your reasons').min(1, 'Give your reasons').max(reasonsMax)
const shared = { right: agreeInstalments, template, what: 'instalments', view, next: 'instalments' }

/** What somebody agreed to pay when, how it stands, and the form that makes an agreement. */
export const instalmentsPage = penaltyForm({
  ...shared,
  end: 'instalments',
  form: z.object({
    count: z.coerce.number('Enter how many').int('Enter a whole number').min(2, 'At least two').max(instalmentsMax, `At most ${instalmentsMax}`),
    every: z.enum(instalmentRhythms, 'Choose how often'),
    firstOn: aDay('Enter the day of the first'),
    means: z.string('Say what they can pay, and what shows it').min(1, 'Say what they can pay, and what shows it').max(reasonsMax),
    reasons,
  }),
  act: ({ db, clock }, { id: penaltyId }, terms, by) => {
    const [planId, today] = [newId(), clock.today()]
    return changePlan(db, { penaltyId, planId, today, by }, ({ penalty, ...debt }) => agreePlan(penalty, debt, { ...terms, planId, by: named(by), today }))
  },
  done: { en: 'The agreement is recorded. While it is kept nobody is chased.', fr: 'L’accord est enregistré. Tant qu’il est tenu, personne n’est relancé.' },
})

/** They were written to about what they missed. */
export const missedLetterPage = penaltyForm({
  ...shared,
  end: 'instalments/letter',
  form: z.object({ sentOn: aDay('Enter the day it was sent'), proof: z.string('Say what proves it').min(1, 'Say what proves it').max(500) }),
  act: ({ db, clock }, { id: penaltyId }, letter, by) => {
    const today = clock.today()
    return changePlan(db, { penaltyId, today, by }, ({ inForce }) => tellMissed(inForce, { ...letter, by: named(by), today }))
  },
  done: { en: 'The letter is recorded.', fr: 'La lettre est enregistrée.' },
})

export const endInstalmentsPage = penaltyForm({
  ...shared,
  end: 'instalments/end',
  form: z.object({ how: z.enum(planEndings, 'Choose why it ends'), endReasons: reasons }),
  act: ({ db, clock }, { id: penaltyId }, { how, endReasons }, by) => {
    const today = clock.today()
    return changePlan(db, { penaltyId, today, by }, ({ inForce }) => endPlan(inForce, { how, reasons: endReasons, by: named(by), today }))
  },
  done: { en: 'The agreement has ended. What is owed can be pursued again.', fr: 'L’accord a pris fin. Le recouvrement peut reprendre.' },
})

async function view({ db, clock }: PageContext, penalty: Penalty): Promise<object | undefined> {
  const person = await readPerson(db, penalty.personId)
  if (person === undefined) return undefined
  const [money, all, today] = [await moneyOf(db, penalty.id), await plansOfCase(db, penalty.caseId), clock.today()]
  const plans = all.filter((plan) => plan.penaltyId === penalty.id)
  const inForce = plans.find(({ ended }) => ended === null)
  const standing = inForce && planStanding(inForce, money.owedPence, today)
  return {
    heading: `Instalments: ${nameOf(person)}`, penalty, money, today,
    standing: standing && { ...standing, lines: standing.lines.map((line) => ({ ...line, words: lineWords[line.standing] })) },
    earlier: plans.filter(({ ended }) => ended !== null).map((plan) => ({ ...plan, how: plan.ended && endingWords[plan.ended.how] })),
    rhythms: instalmentRhythms.map((value) => ({ value, text: rhythmWords[value] })),
    endings: planEndings.map((value) => ({ value, text: endingWords[value] })),
    values: { every: 'month', firstOn: today, sentOn: today },
  }
}
