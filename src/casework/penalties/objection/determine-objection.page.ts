import { z } from 'zod'
import { increaseByNewNotice } from '#law'
import { type Decision } from '#platform/decisions'
import type { PageContext } from '#platform/web'
import { type By } from '#values'
import { codeFigure } from '../assessment/answer-for.ts'
import { flagSentences, ladderOf, readingViews } from '../assessment/ladder-view.ts'
import { reassess } from '../assessment/reassess.ts'
import { readCase } from '../case/case.store.ts'
import { aDay } from '../case/form-fields.ts'
import { capacityWords } from '../case/words.ts'
import { clockView } from '../deadline/clock-view.ts'
import { clocksOf } from '../deadline/last-day-for.ts'
import { leftInAggregate, mostForOnePerson } from '../decision/ceiling.ts'
import { othersDecided } from '../decision/others-decided.ts'
import { evidenceBefore } from '../evidence/opened.store.ts'
import type { PenaltyEvent } from '../events.ts'
import { reasonsMax } from '../limits.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { penaltyForm } from '../penalty/penalty-form.page.ts'
import { penaltiesOfCase } from '../penalty/penalty.store.ts'
import { determinationOutcomes, named, type DeterminationOutcome, type Penalty, type Snapshot } from '../penalty/penalty.ts'
import { maybePounds } from '../person/person-form.page.ts'
import { personsOfCase } from '../person/person.store.ts'
import { nameOf } from '../person/person.ts'
import { determineObjections } from '../rights.ts'
import { determineObjection } from './determine-objection.ts'

const form = z
  .object({
    outcome: z.enum(determinationOutcomes, 'Choose the outcome'),
    amount: maybePounds,
    reasons: z.string('Give your reasons. The objector will be told them').min(1, 'Give your reasons. The objector will be told them').max(reasonsMax),
    toldOn: aDay('Enter the day the objector is told'),
  })
  .superRefine(({ outcome, amount }, ctx) => {
    if (changesAmount(outcome) && amount === null) ctx.addIssue({ code: 'custom', path: ['amount'], message: 'Enter the new amount' })
  })

type Answers = z.output<typeof form>

/** Another officer than the one who decided determines the objection, beside what the law says on the facts as they stand now. */
export const determineObjectionPage = penaltyForm({
  end: 'determination',
  right: determineObjections,
  template: 'casework/penalties/objection/determine-objection.njk',
  form,
  what: 'objection to determine',
  restsOnPage: true,
  view,
  act: determine,
  done: { en: 'The objection is determined.', fr: 'La contestation est tranchée.' },
})

async function determine({ db }: PageContext, { id, caseId }: Penalty, answers: Answers, by: By): Promise<Decision<PenaltyEvent>> {
  const [snapshot, evidence] = [await asked(db, { id, caseId }), await evidenceBefore(db, caseId, by.officerId)]
  const { outcome, amount, reasons, toldOn } = answers
  return changePenalty(db, { penaltyId: id, by }, (current, others) => determineObjection(current, {
    outcome, reasons, toldOn, snapshot, evidence,
    amountPence: changesAmount(outcome) ? amount : null,
    determinedBy: named(by),
    othersPence: current === undefined ? [] : othersDecided(others, current.section),
  }))
}

function changesAmount(outcome: DeterminationOutcome): boolean {
  return outcome === 'reduce' || outcome === 'increase'
}

/** The law asked again on the facts recorded up to now. */
async function asked(db: PageContext['db'], { id, caseId }: Pick<Penalty, 'id' | 'caseId'>): Promise<Snapshot | null> {
  const [found, persons, penalties] = await Promise.all([readCase(db, caseId), personsOfCase(db, caseId), penaltiesOfCase(db, caseId)])
  const penalty = penalties.find((each) => each.id === id)
  return found === undefined || penalty === undefined ? null : reassess(penalty, found, persons, penalties)
}

async function view({ db, officer, clock }: PageContext, penalty: Penalty) {
  const [found, persons, penalties, snapshot] = await Promise.all([readCase(db, penalty.caseId), personsOfCase(db, penalty.caseId), penaltiesOfCase(db, penalty.caseId), asked(db, penalty)])
  const person = persons.find(({ id }) => id === penalty.personId)
  if (found === undefined || person === undefined || snapshot === null || penalty.objection === null) return undefined
  const today = clock.today()
  const toDecide = clocksOf(penalty).find((each) => each.clock === 'decide')
  const figure = codeFigure(snapshot.answer, person)
  return {
    found, penalty, person, figure,
    heading: `Objection of ${nameOf(person)}, ${capacityWords[penalty.capacity].toLowerCase()}`,
    clock: toDecide && clockView(toDecide, today),
    steps: ladderOf(snapshot, person, persons),
    readings: readingViews(snapshot.answer, [person]),
    flags: flagSentences(snapshot.answer),
    mostPence: mostAsked(snapshot.answer, penalties.filter(({ id }) => id !== penalty.id), penalty),
    newNotice: increaseByNewNotice,
    evidence: await evidenceBefore(db, found.id, officer.id),
    decidedByYou: penalty.decision?.decidedBy.officerId === officer.id,
    isLess: figure !== null && penalty.amountPence !== null && figure < penalty.amountPence,
    values: { toldOn: today, amount: figure === null ? '' : (figure / 100).toFixed(2) },
  }
}

/** The most that an increase can come to: the person's own maximum, and what the aggregate leaves beside the others. */
function mostAsked(answer: Snapshot['answer'], others: readonly Penalty[], { section }: Penalty): number {
  return Math.min(mostForOnePerson(answer), leftInAggregate(answer, othersDecided(others, section)))
}
