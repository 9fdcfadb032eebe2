import { may } from '#platform/identity'
import type { PageContext } from '#platform/web'
import { appealsOfCase } from '../appeal/appeal.store.ts'
import { isOpen } from '../appeal/appeal.ts'
import { appealLine } from '../appeal/appeal-words.ts'
import { saleStanding } from '../appeal/sale-standing.ts'
import { codeFigure } from '../assessment/answer-for.ts'
import { recompute } from '../assessment/recompute.ts'
import { flagSentences, ladderOf, personsIn, readingViews } from '../assessment/ladder-view.ts'
import { readCase } from '../case/case.store.ts'
import { pageOf } from '../case/thing-of-case.page.ts'
import { subjectOf, type PenaltyCase } from '../case/penalty-case.ts'
import { penaltyStageWords, capacityWords, sectionWords } from '../case/words.ts'
import { clockView } from '../deadline/clock-view.ts'
import { clocksOf } from '../deadline/last-day-for.ts'
import { outagesOnLastDays } from '../outage/outages-on-last-days.store.ts'
import { personsOfCase } from '../person/person.store.ts'
import { nameOf, type Person } from '../person/person.ts'
import { agreeInstalments, chaseDebts, decidePenalties, determineObjections, holdRecoveries, issueNotices, proposeAmounts, proposeSisterCorrections, proposeWriteOffs, recordAppeals, recordObjection, seeCases, withdrawProposals } from '../rights.ts'
import { penaltyOfCase } from './penalty-form.page.ts'
import type { Determination, Penalty } from './penalty.ts'

/** One penalty from proposal to end: its steps, who decided it and why, its clocks, and what can be done next. */
export const showPenaltyPage = pageOf(penaltyOfCase, { right: seeCases, template: 'casework/penalties/penalty/show-penalty.njk', what: 'penalty page', view })

async function view(ctx: PageContext, penalty: Penalty) {
  const [found, everyone, outages] = await Promise.all([readCase(ctx.db, penalty.caseId), personsOfCase(ctx.db, penalty.caseId), outagesOnLastDays(ctx.db, penalty)])
  const person = everyone.find(({ id }) => id === penalty.personId)
  if (found === undefined || person === undefined) return undefined
  const { answer } = penalty.proposal.snapshot
  const persons = personsIn(answer, everyone)
  const appeals = (await appealsOfCase(ctx.db, penalty.caseId)).filter(({ penaltyId }) => penaltyId === penalty.id)
  return {
    found, penalty, outages,
    heading: `${nameOf(person)}, ${capacityWords[penalty.capacity].toLowerCase()}`,
    stage: penaltyStageWords[penalty.stage],
    section: sectionWords[penalty.section],
    steps: ladderOf(penalty.proposal.snapshot, person, persons),
    askedAgain: recompute(penalty.proposal.snapshot).filter(({ personId, capacity }) => personId === person.partyId && capacity === person.capacity),
    readings: readingViews(answer, [person]),
    flags: penalty.stage === 'proposed' ? flagSentences(answer) : [],
    clocks: clocksOf(penalty).map((clock) => clockView(clock, ctx.clock.today(), penalty)),
    sale: saleStanding(penalty, appeals, ctx.clock.today()),
    appeals: appeals.map(appealLine),
    determined: penalty.determination && determinedView(penalty.determination, person, persons),
    nextActs: nextActs(ctx, found, { penalty, isUnderAppeal: appeals.some(isOpen) }),
  }
}

function determinedView(determination: Determination, person: Person, persons: readonly Person[]) {
  const { snapshot } = determination
  const figure = snapshot === null ? null : codeFigure(snapshot.answer, person)
  return { ...determination, figure, steps: snapshot === null ? null : ladderOf(snapshot, person, personsIn(snapshot.answer, persons)) }
}

interface NextAct {
  readonly href: string
  readonly text: string
}

/** The acts open now to this officer, and no button that would only refuse. */
function nextActs({ officer }: PageContext, found: PenaltyCase, { penalty, isUnderAppeal }: { readonly penalty: Penalty; readonly isUnderAppeal: boolean }): readonly NextAct[] {
  const subject = subjectOf(found)
  const { stage, notices, objection, determination } = penalty
  const to = (page: string) => `/penalties/${penalty.id}/${page}`
  const acts = [
    { isOpen: stage === 'proposed', right: decidePenalties, href: to('decision'), text: 'Decide this penalty' },
    { isOpen: stage === 'proposed', right: withdrawProposals, href: to('withdrawal'), text: 'Withdraw the proposal' },
    { isOpen: stage === 'withdrawn', right: proposeAmounts, href: `/cases/${penalty.caseId}/assessment?section=${penalty.section}`, text: 'Propose again' },
    { isOpen: stage === 'decided', right: issueNotices, href: to('issue'), text: 'Read the notice and issue it' },
    { isOpen: ['issued', 'settled'].includes(stage) && determination === null, right: recordObjection, href: to('objection'), text: 'Record an objection' },
    { isOpen: objection?.standing === 'late' && stage === 'objected', right: determineObjections, href: to('late-objection'), text: 'Accept or refuse the late objection' },
    { isOpen: stage === 'objected' && objection?.standing !== 'late', right: determineObjections, href: to('determination'), text: 'Determine the objection' },
    { isOpen: stage === 'objected', right: recordObjection, href: to('decision-time'), text: 'Record more time agreed' },
    { isOpen: ['issued', 'objected', 'determined'].includes(stage), right: holdRecoveries, href: to('holds'), text: 'Holds on recovery' },
    { isOpen: ['issued', 'determined'].includes(stage), right: seeCases, href: to('enforcement'), text: 'Recovery' },
    { isOpen: ['issued', 'objected', 'determined'].includes(stage), right: chaseDebts, href: to('pay-link'), text: 'Link to pay by card' },
    { isOpen: ['issued', 'determined'].includes(stage), right: agreeInstalments, href: to('instalments'), text: 'Instalments' },
    { isOpen: ['issued', 'determined', 'written-off'].includes(stage), right: proposeWriteOffs, href: to('write-off'), text: 'Write-offs' },
    { isOpen: notices.length > 0 && !isUnderAppeal && !['none', 'cancelled'].includes(stage), right: recordAppeals, href: to('appeal'), text: 'Record an appeal' },
    { isOpen: notices.length > 0, right: proposeSisterCorrections, href: to('sisters'), text: 'Sister notices' },
    { isOpen: notices.length > 0, right: seeCases, href: to('notice'), text: 'Read the notice' },
    { isOpen: determination !== null, right: seeCases, href: to('decision-letter'), text: 'Read the decision letter' },
  ]
  return acts.filter(({ isOpen, right }) => isOpen && may(officer, right, subject)).map(({ href, text }) => ({ href, text }))
}
