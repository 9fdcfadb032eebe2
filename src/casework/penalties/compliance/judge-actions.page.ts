import { z } from 'zod'
import { actionsAsked, actionStandings, areActionsAsked, complianceOf, slugOf, termsOn } from '#law'
import { formPage, type PageContext } from '#platform/web'
import { readCase } from '../case/case.store.ts'
import { actInCase, insideCase, subjectOfCase } from '../case/enter-case.page.ts'
import { capacityWords } from '../case/words.ts'
import { judgeActionsOf } from './judge-actions.store.ts'
import { personsOfCase, readPerson } from '../person/person.store.ts'
import { nameOf } from '../person/person.ts'
import { refusals } from '../refusals.ts'
import { workOnCase } from '../rights.ts'
import { dutiesOf } from './compliance-of.ts'
import { findingsForm, findingsIn, findingValues } from './findings-form.page.ts'

const pathOf = (id: string, personId: string): string => `/cases/${id}/persons/${personId}/actions`

/** What the regulations ask of this one person, action by action: shown, not shown or without occasion, each on its evidence. */
export const judgeActionsPage = formPage({
  path: '/cases/:id/persons/:personId/actions',
  right: workOnCase,
  template: 'casework/penalties/compliance/judge-actions.njk',
  params: z.object({ id: z.uuid(), personId: z.uuid() }),
  form: findingsForm,
  refusals,
  subject: subjectOfCase,
  show: ({ id, personId }, ctx) => insideCase(ctx, { caseId: id, what: 'actions asked of a person', comeBackTo: pathOf(id, personId) }, () => view(ctx, id, personId)),
  submit: ({ id, personId }, answers, ctx) => actInCase(ctx, id, (by) => {
    const judgedBy = { officerId: by.officerId, name: by.name }
    return judgeActionsOf(ctx.db, personId, (asked) => ({ found: findingsIn(answers, asked.map(({ id: action }) => action), actionStandings), reasons: answers.reasons, judgedBy, judgedOn: ctx.clock.today() }), by)
  }),
  next: ({ id }) => `/cases/${id}`,
  done: { en: 'The findings are recorded.', fr: 'Les constatations sont enregistrées.' },
})

const choices = [{ value: 'shown', text: 'Shown' }, { value: 'not-shown', text: 'Not shown' }, { value: 'did-not-arise', text: 'No occasion for it' }]

async function view({ db }: PageContext, id: string, personId: string) {
  const [found, person, persons] = await Promise.all([readCase(db, id), readPerson(db, personId), personsOfCase(db, id)])
  if (found === undefined || person === undefined || person.caseId !== id) return undefined
  const question = dutiesOf(found, person, persons)
  const heading = `${nameOf(person)}, ${capacityWords[person.capacity].toLowerCase()}: actions asked`
  if (!areActionsAsked(question.transporter, question.on)) return { found, heading, rows: [], values: {} }
  const { value: asked, under } = actionsAsked(question)
  const judged = person.facts.actions
  return {
    found, heading, under: under.map((each) => ({ ...each, href: `/law/${slugOf(each.cite)}` })),
    rows: asked.map(({ id: action, words, isAlwaysAsked }) => ({ field: slugOf(action), text: words.en, where: `reg. ${action}${isAlwaysAsked ? ', on every journey' : ''}`, choices: isAlwaysAsked ? choices.slice(0, 2) : choices })),
    terms: termsOn(question.on).value.map(({ words }) => words.en),
    judged, answer: judged && complianceOf(question, judged.found).value,
    values: judged === undefined ? {} : { ...findingValues(judged.found), reasons: judged.reasons },
  }
}
