import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { newId } from '#platform/identity'
import { day, dayOf, daysAfter, noPence, type By, type CalendarDate } from '#values'
import { previewAssessment, proposeAssessmentOf } from '../assessment/propose-assessment.store.ts'
import { allocateCaseOf } from '../allocation/allocate-case.store.ts'
import { caseFacts } from '../case/case-from-detection.ts'
import { readCase } from '../case/case.store.ts'
import { openCaseOf } from '../case/open-case.store.ts'
import { decidePenalty } from '../decision/decide-penalty.ts'
import { beside } from '../decision/others-decided.ts'
import { draftNotice } from '../notice/draft-notice.store.ts'
import { issuePenaltyNotice } from '../notice/issue-penalty-notice.store.ts'
import { setPaymentAccount } from '../notice/payment-account.store.ts'
import { receiveObjection } from '../objection/receive-objection.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { penaltiesOfCase } from '../penalty/penalty.store.ts'
import { named } from '../penalty/penalty.ts'
import { refreshDue } from '../work/waiting.store.ts'
import { judgeActionsOf } from '../compliance/judge-actions.store.ts'
import { addPersonTo } from '../person/person-acts.store.ts'
import { nameOf } from '../person/person.ts'
import { by, done } from './demo-acts.store.ts'
import { appealStory, cancelStory } from './seed-challenges.store.ts'
import { seedDetention } from './seed-detention.store.ts'
import { seedFirstTemplates, seedLetters, seedNewestTemplates } from './seed-letters.store.ts'
import { seedFile, seedRequests } from './seed-file.store.ts'
import { seedImports } from './seed-imports.store.ts'
import { seedMoney } from './seed-money.store.ts'
import { seedRecords } from './seed-records.store.ts'
import { seedTeam } from './seed-team.store.ts'
import { seedWork } from './seed-work.store.ts'
import { stories, type Reached, type Story } from './stories.ts'

const order: readonly Reached[] = ['open', 'persons', 'proposed', 'decided', 'issued', 'objected']

/** Puts the invented cases in place through the same acts that officers use. Run again, it finds them there and does nothing. */
export async function seedCases(db: Database, clock: Clock): Promise<void> {
  const today = clock.today()
  await setPaymentAccount(db, { accountName: 'Demonstration, pay nothing', sortCode: '00-00-00', accountNumber: '00000000', iban: 'GB00 DEMO 0000 0000 0000 00' }, reform, by('finance', today))
  await seedFirstTemplates(db, approving(reform), done)
  await seedTeam(db, today)
  for (const story of stories) {
    if ((await readCase(db, story.id)) === undefined) await tell(db, story, today)
  }
  await seedNewestTemplates(db, approving(today), done)
  const issued = stories.find(({ reached }) => reached === 'issued')
  if (issued !== undefined) await seedMoney(db, issued.id, today)
  const lastIssued = stories.findLast(({ reached, afterwards }) => reached === 'issued' && afterwards === undefined)
  if (lastIssued !== undefined) await seedDetention(db, lastIssued.id, daysAfter(-1, today))
  await seedRecords(db, today)
  await seedImports(db, today)
  await seedWork(db, clock)
}

/** The office of the demonstration began with the law that it applies. */
const reform = day('2023-02-13')

function approving(on: CalendarDate) {
  return { on, asker: by('caseworker', on), answerer: by('senior-officer', on) }
}

async function tell(db: Database, story: Story, today: CalendarDate): Promise<void> {
  const foundOn = daysAfter(-story.daysAgo, today)
  const reached = (stage: Reached) => order.indexOf(story.reached) >= order.indexOf(stage)
  for (const { stage, days, step } of steps) {
    const on = daysAfter(days, foundOn)
    if (!reached(stage)) break
    await step(db, story, on)
    if (stage === 'issued') await seedLetters(db, posting(story, on, today), done)
    // What waited, and since when, is as old as the story.
    await refreshDue(db, on)
  }
  await fill(db, story, foundOn)
  if (story.afterwards === 'cancelled') await cancelStory(db, story, daysAfter(55, foundOn))
  if (story.afterwards === 'appealed') await appealStory(db, story, { lodgedOn: daysAfter(40, foundOn), today })
}

/** One story's letter to its driver comes back two weeks later. */
function posting({ id: caseId, reached }: Story, postedOn: CalendarDate, today: CalendarDate) {
  const comesBack = reached === 'issued' ? { comesBackAfterDays: 14 } : {}
  return { caseId, postedOn, today, by: (on: CalendarDate) => by('caseworker', on), ...comesBack }
}

interface Step {
  readonly stage: Reached
  /** After the find. */
  readonly days: number
  readonly step: (db: Database, story: Story, on: CalendarDate) => Promise<void>
}

const steps: readonly Step[] = [
  { stage: 'open', days: 0, step: open },
  { stage: 'persons', days: 2, step: addPersons },
  { stage: 'proposed', days: 8, step: propose },
  { stage: 'decided', days: 15, step: decide },
  { stage: 'issued', days: 20, step: issue },
  { stage: 'objected', days: 41, step: object },
]

/** The story that waits for facts has asked for them; the one under objection has papers to compare. */
async function fill(db: Database, { id: caseId, reached }: Story, foundOn: CalendarDate): Promise<void> {
  const seeding = (days: number) => ({ caseId, on: daysAfter(days, foundOn), by: by('caseworker', daysAfter(days, foundOn)) })
  if (reached === 'persons') await seedRequests(db, seeding(10), done)
  if (reached === 'objected') await seedFile(db, seeding(42), done)
}

async function open(db: Database, { id, incident }: Story, occurredOn: CalendarDate): Promise<void> {
  const facts = caseFacts(id, null, { ...incident, occurredOn, occurredAt: null })
  done(await openCaseOf(db, facts, { by: by('caseworker', occurredOn), today: occurredOn }))
}

async function addPersons(db: Database, { id, persons }: Story, on: CalendarDate): Promise<void> {
  const act = by('caseworker', on)
  done(await allocateCaseOf(db, id, { to: named(act), how: 'taken' }, act))
  const owner = newId()
  const ownersFirst = persons.toSorted((one, other) => Number(other.capacity === 'owner') - Number(one.capacity === 'owner'))
  for (const { capacity, identity, facts, worksForOwner, actionsNotShown } of ownersFirst) {
    const personId = capacity === 'owner' ? owner : newId()
    const all = { ...nothingJudged, ...facts, underContractWith: worksForOwner === undefined ? null : owner }
    done(await addPersonTo(db, id, { personId, partyId: personId, capacity, identity, facts: all }, act))
    if (actionsNotShown !== undefined) await judge(db, { personId, actionsNotShown }, act)
  }
}

async function judge(db: Database, { personId, actionsNotShown }: { readonly personId: string; readonly actionsNotShown: readonly string[] }, act: By): Promise<void> {
  done(await judgeActionsOf(db, personId, (asked) => ({
    found: asked.map(({ id, isAlwaysAsked }) => {
      if (actionsNotShown.includes(id)) return { id, standing: 'not-shown', evidence: '' }
      return isAlwaysAsked ? { id, standing: 'shown', evidence: 'Records sent by the company' } : { id, standing: 'did-not-arise', evidence: 'Nothing in the papers calls for it' }
    }),
    reasons: 'The company sent its seal ledger, which has no numbers for this journey, and no record of its own checks.', judgedBy: named(act), judgedOn: dayOf(act.at),
  }), act))
}

const nothingJudged = {
  complied: null, accreditedAtIncident: false, employedByAccredited: false, absentAndActedToComply: false,
  duress: null, underContractWith: null, businessSize: null, means: null, earlierPenalties: [],
} as const

async function propose(db: Database, { id }: Story, on: CalendarDate): Promise<void> {
  const preview = await previewAssessment(db, id, '32')
  const note = 'Facts as recorded at the lane and by letter.'
  done(await proposeAssessmentOf(db, { caseId: id, section: '32', note, seal: preview?.seal ?? '', by: by('caseworker', on), today: on }))
}

async function decide(db: Database, { id }: Story, on: CalendarDate): Promise<void> {
  const act = by('senior-officer', on)
  const reasons = 'The code figure fits what was found. Nobody checked the vehicle after its last stop.'
  for (const { id: penaltyId, proposal } of await penaltiesOfCase(db, id)) {
    const amountPence = proposal.codeFigurePence ?? noPence
    done(await changePenalty(db, { penaltyId, by: act }, (penalty, others) =>
      decidePenalty(penalty, { amountPence, reasons, readings: [], selfReportOverride: null, decidedBy: named(act), decidedOn: on, ...beside(penalty, others) })))
  }
}

async function issue(db: Database, { id }: Story, issuedOn: CalendarDate): Promise<void> {
  for (const { id: penaltyId } of await penaltiesOfCase(db, id)) {
    const draft = await draftNotice(db, { penaltyId, on: issuedOn, demonstration: true })
    done(await issuePenaltyNotice(db, { penaltyId, issuedOn, demonstration: true, draftRead: draft?.fingerprint ?? '', by: by('caseworker', issuedOn) }))
  }
}

async function object(db: Database, { id, persons }: Story, receivedOn: CalendarDate): Promise<void> {
  const owners = (await penaltiesOfCase(db, id)).filter(({ capacity }) => capacity === 'owner')
  const owner = persons.find(({ capacity }) => capacity === 'owner')
  for (const { id: penaltyId } of owners) {
    const facts = { receivedOn, grounds: 'too-high', summary: 'We gave the driver written instructions and a checklist. Copies are enclosed.', objector: owner === undefined ? '' : nameOf(owner), today: receivedOn } as const
    done(await changePenalty(db, { penaltyId, by: by('caseworker', receivedOn) }, (penalty) => receiveObjection(penalty, facts)))
  }
}
