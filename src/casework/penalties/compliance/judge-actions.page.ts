import { z } from 'zod'
import { actionsAsked, actionStandings, areActionsAsked, complianceOf, slugOf, termsOn } from '#law'
import type { PageContext } from '#platform/web'
import { caseForm } from '../case/case-form.page.ts'
import type { PenaltyCase } from '../case/penalty-case.ts'
import { capacityWords } from '../case/words.ts'
import { named } from '../penalty/penalty.ts'
import { judgeActionsOf } from './judge-actions.store.ts'
import { personsOfCase } from '../person/person.store.ts'
import { nameOf } from '../person/person.ts'
import { workOnCase } from '../rights.ts'
import { dutiesOf } from './compliance-of.ts'
import { findingsForm, findingsIn, findingValues } from './findings-form.page.ts'

/** What the regulations ask of this one person, action by action: shown, not shown or without occasion, each on its evidence. */
export const judgeActionsPage = caseForm({
  path: '/cases/:id/persons/:personId/actions',
  right: workOnCase,
  template: 'casework/penalties/compliance/judge-actions.njk',
  params: z.object({ id: z.uuid(), personId: z.uuid() }),
  form: findingsForm,
  what: 'actions asked of a person',
  restsOnPage: true,
  view,
  act: ({ db, clock }, { personId }, answers, by) => {
    const judgedBy = named(by)
    return judgeActionsOf(db, personId, (asked) => ({ found: findingsIn(answers, asked.map(({ id }) => id), actionStandings), reasons: answers.reasons, judgedBy, judgedOn: clock.today() }), by)
  },
  next: ({ id }) => `/cases/${id}`,
  done: { en: 'The findings are recorded.', fr: 'Les constatations sont enregistrées.' },
})

const choices = [{ value: 'shown', text: 'Shown' }, { value: 'not-shown', text: 'Not shown' }, { value: 'did-not-arise', text: 'No occasion for it' }]

async function view({ db }: PageContext, found: PenaltyCase, { id, personId }: { readonly id: string; readonly personId: string }) {
  const persons = await personsOfCase(db, id)
  const person = persons.find((each) => each.id === personId)
  if (person === undefined) return undefined
  const question = dutiesOf(found, person, persons)
  const heading = `${nameOf(person)}, ${capacityWords[person.capacity].toLowerCase()}: actions asked`
  if (!areActionsAsked(question.transporter, question.on)) return { heading, rows: [], values: {} }
  const { value: asked, under } = actionsAsked(question)
  const judged = person.facts.actions
  return {
    heading, under: under.map((each) => ({ ...each, href: `/law/${slugOf(each.cite)}` })),
    rows: asked.map(({ id: action, words, isAlwaysAsked }) => ({ field: slugOf(action), text: words.en, where: `reg. ${action}${isAlwaysAsked ? ', on every journey' : ''}`, choices: isAlwaysAsked ? choices.slice(0, 2) : choices })),
    terms: termsOn(question.on).value.map(({ words }) => words.en),
    judged, answer: judged && complianceOf(question, judged.found).value,
    values: judged === undefined ? {} : { ...findingValues(judged.found), reasons: judged.reasons },
  }
}
