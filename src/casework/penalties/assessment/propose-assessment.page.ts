import { z } from 'zod'
import { sections, type Section } from '#law'
import { formPage, type PageContext } from '#platform/web'
import { readCase } from '../case/case.store.ts'
import { actInCase, insideCase, subjectOfCase } from '../case/enter-case.page.ts'
import { missingFacts } from '../case/required-actions.ts'
import { sectionWords } from '../case/words.ts'
import { notHeardYet } from '../file/actions-in-file.ts'
import { fileOfCase } from '../file/file-of-case.store.ts'
import { reasonsMax } from '../limits.ts'
import { refusals } from '../refusals.ts'
import { proposeAmounts } from '../rights.ts'
import { flagSentences, ladderOf, readingViews } from './ladder-view.ts'
import { previewAssessment, proposeAssessmentOf } from './propose-assessment.store.ts'

const form = z.object({
  section: z.enum(sections, 'Choose the section'),
  note: z.string().max(reasonsMax, `Use ${reasonsMax} characters or fewer`).default(''),
  seal: z.string().length(16),
})

/** The caseworker reads the law's answer for each person, step by step, and sends it to a decider. Nothing is decided here. */
export const proposeAssessmentPage = formPage({
  path: '/cases/:id/assessment',
  right: proposeAmounts,
  template: 'casework/penalties/assessment/propose-assessment.njk',
  params: z.object({ id: z.uuid() }),
  query: z.object({ section: z.enum(sections).optional() }),
  form,
  refusals,
  subject: subjectOfCase,
  show: ({ id }, ctx, { section }) => insideCase(ctx, { caseId: id, what: 'proposed assessment', comeBackTo: `/cases/${id}/assessment` }, () => view(ctx, id, section)),
  submit: ({ id }, answers, ctx) => actInCase(ctx, id, (by) => proposeAssessmentOf(ctx.db, { caseId: id, ...answers, by, today: ctx.clock.today() })),
  next: ({ id }) => `/cases/${id}`,
  done: { en: 'The assessment was proposed. A senior officer decides.', fr: 'L’évaluation a été proposée. Un officier supérieur décide.' },
})

async function view({ db, clock }: PageContext, id: string, asked: Section | undefined) {
  const current = await readCase(db, id)
  const section = asked ?? current?.incident.section
  const preview = section && (await previewAssessment(db, id, section))
  if (preview === undefined || section === undefined) return undefined
  const { found, persons, snapshot, seal } = preview
  return {
    found, seal, section,
    heading: `Propose an assessment for ${found.reference}`,
    sections: sections.map((value) => ({ value, text: sectionWords[value], href: `/cases/${id}/assessment?section=${value}`, current: value === section })),
    ladders: persons.map((person) => ladderOf(snapshot, person, persons)),
    readings: readingViews(snapshot.answer, persons),
    flags: flagSentences(snapshot.answer),
    notHeardYet: notHeardYet(found, await fileOfCase(db, id), clock.today()),
    missing: persons.flatMap(missingFacts),
    caps: snapshot.answer.caps,
    aggregatePence: snapshot.answer.cappedAggregatePence ?? snapshot.answer.aggregatePence,
    values: { section, note: '', seal },
  }
}
