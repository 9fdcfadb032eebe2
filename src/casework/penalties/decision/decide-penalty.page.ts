import { z } from 'zod'
import { barOfOtherSection, neededToDecide, slugOf } from '#law'
import { type Decision } from '#platform/decisions'
import type { PageContext } from '#platform/web'
import { inPounds, noPence, type By, type CalendarDate } from '#values'
import { barredFrom } from '../assessment/barred-from.ts'
import { flagSentences, ladderOf, personsIn, readingViews } from '../assessment/ladder-view.ts'
import { readCase } from '../case/case.store.ts'
import { notHeardYet } from '../file/actions-in-file.ts'
import { fileOfCase } from '../file/file-of-case.store.ts'
import { evidenceBefore } from '../evidence/opened.store.ts'
import { decisionsBeside } from '../consistency/beside-this.store.ts'
import type { PenaltyEvent } from '../events.ts'
import { reasonsMax } from '../limits.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { penaltyForm } from '../penalty/penalty-form.page.ts'
import { penaltiesOfCase } from '../penalty/penalty.store.ts'
import { named, type ChosenReading, type Penalty } from '../penalty/penalty.ts'
import { maybePounds } from '../person/person-form.page.ts'
import { personsOfCase } from '../person/person.store.ts'
import { nameOf } from '../person/person.ts'
import { decidePenalties } from '../rights.ts'
import { leftInAggregate, mostForOnePerson } from './ceiling.ts'
import { decideNoPenalty } from './decide-no-penalty.ts'
import { decidePenalty } from './decide-penalty.ts'
import { whyBarred } from './decide-none-as-barred.ts'
import { beside, othersDecided } from './others-decided.ts'
import { pointsToRead } from './readings.ts'

const form = z
  .object({
    outcome: z.enum(['penalty', 'none'], 'Choose whether to impose a penalty'),
    amount: maybePounds,
    reasons: z.string().max(reasonsMax, `Use ${reasonsMax} characters or fewer`).default(''),
    selfReportOverride: z.string().max(reasonsMax).default(''),
  })
  .catchall(z.unknown())
  .superRefine(({ outcome, amount, reasons }, ctx) => {
    if (reasons === '') ctx.addIssue({ code: 'custom', path: ['reasons'], message: 'Give your reasons. The person will be told them' })
    if (outcome === 'penalty' && amount === null) ctx.addIssue({ code: 'custom', path: ['amount'], message: 'Enter the amount of the penalty' })
  })

type Answers = z.output<typeof form>

/** A senior officer, never the one who proposed, decides one person's penalty with reasons. */
export const decidePenaltyPage = penaltyForm({
  end: 'decision',
  right: decidePenalties,
  template: 'casework/penalties/decision/decide-penalty.njk',
  form,
  what: 'penalty to decide',
  restsOnPage: true,
  view,
  act: decide,
  done: { en: 'The decision is recorded.', fr: 'La décision est enregistrée.' },
})

async function decide({ db, clock }: PageContext, { id, caseId }: Penalty, answers: Answers, by: By): Promise<Decision<PenaltyEvent>> {
  const evidence = await evidenceBefore(db, caseId, by.officerId)
  const { outcome, amount, reasons, selfReportOverride } = answers
  return changePenalty(db, { penaltyId: id, by }, (penalty, others) => {
    const readings = penalty === undefined ? [] : readingsFrom(answers, penalty)
    const decided = { reasons, readings, decidedBy: named(by), decidedOn: clock.today(), evidence }
    if (outcome === 'none') return decideNoPenalty(penalty, decided)
    return decidePenalty(penalty, { ...decided, amountPence: amount ?? noPence, selfReportOverride: selfReportOverride || null, ...beside(penalty, others) })
  })
}

/** One answer for each point, under the point's own name. */
function readingsFrom(answers: Answers, penalty: Penalty): readonly ChosenReading[] {
  return pointsToRead(penalty).flatMap(({ point }) => {
    const reading = answers[`reading-${point}`]
    return typeof reading === 'string' && reading !== '' ? [{ point, reading }] : []
  })
}

async function view({ db, officer, clock }: PageContext, penalty: Penalty) {
  const [found, everyone, penalties, besideThis] = await Promise.all([readCase(db, penalty.caseId), personsOfCase(db, penalty.caseId), penaltiesOfCase(db, penalty.caseId), decisionsBeside(db, penalty)])
  const person = everyone.find(({ id }) => id === penalty.personId)
  if (found === undefined || person === undefined) return undefined
  const { answer } = penalty.proposal.snapshot
  const persons = personsIn(answer, everyone)
  const others = othersDecided(penalties.filter(({ id }) => id !== penalty.id), penalty.section)
  const figure = penalty.proposal.codeFigurePence
  return {
    found, penalty, besideThis, today: clock.today(),
    mustBe: mustBeThere(clock.today()),
    heading: `Decide: ${nameOf(person)}, ${penalty.capacity}`,
    steps: ladderOf(penalty.proposal.snapshot, person, persons),
    readings: readingViews(answer, [person], pointsToRead(penalty)),
    flags: flagSentences(answer),
    barred: barredFrom(penalty.section, penalties).includes(penalty.partyId) ? { why: whyBarred(penalty), ...barOfOtherSection(penalty.section) } : null,
    notHeardYet: notHeardYet(found, await fileOfCase(db, found.id), clock.today()),
    evidence: await evidenceBefore(db, found.id, officer.id),
    proposedByYou: penalty.proposal.proposedBy.officerId === officer.id,
    most: inPounds(mostForOnePerson(answer)),
    left: inPounds(leftInAggregate(answer, others)),
    values: { amount: figure === null || figure === noPence ? '' : (figure / 100).toFixed(2) },
  }
}

/** What there must be beside the computed figure, with the page that says so. */
function mustBeThere(on: CalendarDate) {
  const { value, under: [provision] } = neededToDecide(on)
  return { words: value.map(({ words }) => words.en).join(', '), href: provision && `/law/${slugOf(provision.cite)}` }
}
