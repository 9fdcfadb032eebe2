import { z } from 'zod'
import { meansMustBe, sizeTestsOn, slugOf } from '#law'
import type { PageContext } from '#platform/web'
import { caseForm } from '../case/case-form.page.ts'
import { someWords } from '../case/form-fields.ts'
import type { PenaltyCase } from '../case/penalty-case.ts'
import { sizeWords } from '../case/words.ts'
import { named } from '../penalty/penalty.ts'
import { changePersonIn } from '../person/person-acts.store.ts'
import { readPerson } from '../person/person.store.ts'
import { nameOf } from '../person/person.ts'
import { workOnCase } from '../rights.ts'
import { judgeSize } from './judge-size.ts'
import { figuresInWords } from './judged-size.ts'

/** Whole euros as people write them. */
const euros = z.string().default('').transform((typed, ctx): number | undefined => {
  const bare = typed.replace(/[€,.\s]/g, '')
  if (bare === '') return undefined
  if (/^\d{1,13}$/.test(bare)) return Number(bare)
  ctx.addIssue({ code: 'custom', message: 'Enter whole euros, such as 1,200,000, or leave it empty' })
  return z.NEVER
})

const form = z
  .object({
    staff: z.coerce.number('Enter how many people work there').int('Enter a whole number').min(0).max(10_000_000),
    turnoverEuros: euros,
    balanceSheetEuros: euros,
    evidence: someWords('Say which accounts or statements show it'),
    reasons: someWords('Give your reasons'),
  })

/** How big a business is, from what it has shown: the law reduces what remains of its penalty by its size. */
export const judgeSizePage = caseForm({
  path: '/cases/:id/persons/:personId/size',
  right: workOnCase,
  template: 'casework/penalties/means/judge-size.njk',
  params: z.object({ id: z.uuid(), personId: z.uuid() }),
  form,
  what: 'size of a business',
  restsOnPage: true,
  view,
  act: ({ db, clock }, { personId }, { evidence, reasons, ...figures }, by) => db.transaction().execute((tx) =>
    changePersonIn(tx, { personId, by }, (person, { found }) => judgeSize(person, found, { figures, evidence, reasons, judgedBy: named(by), judgedOn: clock.today() }))),
  next: ({ id }) => `/cases/${id}`,
  done: { en: 'The size is recorded.', fr: 'La taille est enregistrée.' },
})

async function view({ db }: PageContext, { incident, regime }: PenaltyCase, { id, personId }: { readonly id: string; readonly personId: string }) {
  const person = await readPerson(db, personId)
  if (person === undefined || person.caseId !== id) return undefined
  const heading = `${nameOf(person)}: size of the business`
  if (regime === 'PRE_2023' || person.identity.company === null) return { heading, isAsked: false, values: {} }
  const { value: tests, under } = sizeTestsOn(incident.occurredOn)
  const { value: must, under: asked } = meansMustBe(incident.occurredOn)
  const shown = person.facts.sizeShown
  return {
    heading, isAsked: true, must: must.map(({ words }) => words.en),
    tests: tests.map((test) => ({ ...test, name: sizeWords[test.size] })),
    under: [...under, ...asked].map((each) => ({ ...each, href: `/law/${slugOf(each.cite)}` })),
    shown: shown && { ...shown, name: sizeWords[shown.size], figures: figuresInWords(shown.figures) },
    values: shown === undefined ? {} : { ...shown.figures, evidence: shown.evidence, reasons: shown.reasons },
  }
}
