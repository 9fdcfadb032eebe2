import {
  caseFromDetection, closeCaseOf, correctedFacts, correctFindOf, openCaseOf, postCosts, postDebt, postReduction, readPenalty, settleIfPaid, writeCorrectionLetter, writeDecisionLetter,
  type AppealConcluded, type Find, type NoticeIssued, type PenaltyCancelled, type PenaltyReduced,
} from '#casework/penalties'
import type { DetectionCorrected } from '#border/examinations'
import { countEntry, measures } from '#oversight/engagement'
import type { Clock } from '#platform/clock'
import type { Mode } from '#platform/config'
import type { Database } from '#platform/database'
import type { HistoryEntry, Reaction } from '#platform/events'
import { dayOf, type By, type Site } from '#values'

/** What a reaction may use: the centre's database, and the time there. */
interface Here {
  readonly db: Database
  readonly clock: Clock
  readonly mode: Mode
}

/** The whole chain on one screen: when this happens, that reacts. Each is delivered at least once and does not mind a repeat. */
export function reactionsAt(site: Site, here: Here): readonly Reaction[] {
  if (site !== 'centre') return []
  const { db, clock } = here
  return [
    when('detection-recorded', async (entry) => {
      await openCaseOf(db, caseFromDetection(bodyOf<Find>(entry)), { by: machine(clock, 'A detection was recorded at a port'), today: clock.today() })
    }),

    when('detection-corrected', async (entry) => {
      const correction = bodyOf<DetectionCorrected>(entry)
      const told = { id: entry.id, facts: correctedFacts(correction), because: correction.because, correctedBy: entry.by.name, correctedAt: correction.at }
      await correctFindOf(db, idOf(entry), told, following(entry, 'The find was corrected at the port'))
    }),

    when('notice-issued', async (entry) => {
      const { amountPence, issuedOn } = bodyOf<NoticeIssued>(entry)
      await postDebt(db, { penaltyId: idOf(entry), amountPence, on: issuedOn, source: entry.id, by: following(entry, 'A notice was issued') })
    }),
    when('penalty-reduced', (entry) => takeOff(here, entry)),
    when('penalty-cancelled', async (entry) => {
      await takeOff(here, entry)
      await closeIfReady(here, entry)
    }),
    when('objection-determined', async (entry) => {
      const by = following(entry, 'The objection was determined')
      await writeDecisionLetter(db, { penaltyId: idOf(entry), causeId: entry.id, demonstration: here.mode === 'demo', by })
      await settleIfPaid(db, { penaltyId: idOf(entry), on: dayOf(entry.by.at), by })
    }),
    when('appeal-concluded', async (entry) => {
      const { costs, on } = bodyOf<AppealConcluded>(entry).conclusion
      await postCosts(db, { appealId: idOf(entry), costs, on, source: entry.id, by: following(entry, 'The appeal was concluded') })
    }),
    when('late-objection-refused', async (entry) => {
      await settleIfPaid(db, { penaltyId: idOf(entry), on: dayOf(entry.by.at), by: following(entry, 'Nothing holds up the payment any more') })
    }),

    when('penalty-settled', (entry) => closeIfReady(here, entry)),
    when('no-penalty-decided', (entry) => closeIfReady(here, entry)),

    ...countedEvents.map((type) => when(type, (entry) => countEntry(db, entry))),
  ]
}

/** The ledger follows the decision; what had been paid may then be enough; and the person is told. */
async function takeOff({ db, mode }: Here, entry: HistoryEntry): Promise<void> {
  const change = bodyOf<PenaltyReduced | PenaltyCancelled>(entry)
  const by = following(entry, 'The penalty was made smaller')
  const [penaltyId, { toPence, on }] = [idOf(entry), change]
  await postReduction(db, { penaltyId, amountPence: toPence, on, source: entry.id, by })
  await settleIfPaid(db, { penaltyId, on, by })
  await writeCorrectionLetter(db, { penaltyId, change, causeId: entry.id, demonstration: mode === 'demo', by })
}

/** Closed in the name of the officer whose act ended the last penalty; while anything stands in the way, nothing happens. */
async function closeIfReady({ db, clock }: Here, entry: HistoryEntry): Promise<void> {
  const penalty = await readPenalty(db, idOf(entry))
  if (penalty === undefined) return
  const by: By = { ...following(entry, 'Every penalty of the case has ended'), at: clock.now() }
  await closeCaseOf(db, { caseId: penalty.caseId, by, closedOn: clock.today(), byItself: true })
}

const countedEvents: readonly string[] = [...new Set(measures.map(({ event }) => event))]

function when(to: string, react: (entry: HistoryEntry) => Promise<void>): Reaction {
  return { to, react }
}

/** The thing a stream is about: `penalty:ID` is about ID. */
function idOf({ stream }: HistoryEntry): string {
  return stream.slice(stream.indexOf(':') + 1)
}

function bodyOf<Body>(entry: HistoryEntry): Body {
  if (entry.body === undefined) throw new Error(`Entry ${entry.id} was erased before it was reacted to`)
  return entry.body as unknown as Body
}

/** What follows from an officer's act bears that officer's name and moment, and says what it follows from. */
function following({ by }: HistoryEntry, reason: string): By {
  return { ...by, site: 'centre', reason }
}

/** For what follows by itself and decides nothing about anybody. */
function machine(clock: Clock, reason: string): By {
  return { officerId: 'machine', name: 'Juxta', role: 'machine', site: 'centre', at: clock.now(), reason }
}
