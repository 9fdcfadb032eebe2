import { isRefused, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import { newId } from '#platform/identity'
import { dayOf, type By, type CalendarDate } from '#values'
import { readCase } from '../case/case.store.ts'
import type { PenaltyCase } from '../case/penalty-case.ts'
import { named } from '../penalty/penalty.ts'
import { openReturn } from '../returned-mail/open-return.store.ts'
import type { Channel, Destination, Dispatch, DispatchEvent, OutcomeRecorded } from './dispatch.ts'
import { dispatchesOfDocument, dispatchThing, readDispatch } from './dispatch.store.ts'
import { outcomeRules } from './outcome.ts'
import { representativeThing } from '../representative/representative.store.ts'
import { destinationOf, planChannels } from './plan-channels.ts'
import { personOfLetter } from './person-of-letter.store.ts'
import { planDispatch } from './plan-dispatch.ts'

interface SentLetter extends Pick<Dispatch, 'penaltyId' | 'personId' | 'purpose'> {
  readonly id: string
}

/** The plan that every letter begins with, in the transaction that keeps the letter. */
export async function planService(tx: Database, letter: SentLetter, by: By): Promise<void> {
  const { to } = await readerOf(tx, letter, dayOf(by.at))
  for (const { channel, because } of planChannels(to, dayOf(by.at))) await planOne(tx, { letter, channel, because, insteadOf: null }, by)
}

interface OneMore {
  readonly letter: SentLetter
  readonly channel: Channel
  readonly because: string
  readonly insteadOf: string | null
}

/** One more way for a letter to reach its reader, at the address that the record has now. */
export async function planOne(tx: Database, { letter, channel, because, insteadOf }: OneMore, by: By): Promise<Decision<DispatchEvent>> {
  const [dispatchId, plannedOn] = [newId(), dayOf(by.at)]
  const { to, found } = await readerOf(tx, letter, plannedOn)
  const others = await dispatchesOfDocument(tx, letter.id)
  const planning = {
    dispatchId, channel, because, insteadOf, to, plannedOn, caseId: found.id, penaltyId: letter.penaltyId, ...(letter.personId === undefined ? {} : { personId: letter.personId }), documentId: letter.id, purpose: letter.purpose,
    plannedBy: named(by), transporter: found.incident.transporter,
  }
  return changeIn(tx, dispatchThing, { id: dispatchId, by }, () => planDispatch(others, planning))
}

/** Where letters to this person go on that day: to them, or in care of whoever speaks for them. */
async function readerOf(tx: Database, letter: SentLetter, on: CalendarDate): Promise<{ readonly to: Destination; readonly found: PenaltyCase }> {
  const person = await personOfLetter(tx, letter)
  const found = person && (await readCase(tx, person.caseId))
  if (person === undefined || found === undefined) throw new Error(`Letter ${letter.id} is about nobody`)
  return { to: destinationOf(person, await representativeThing.ofCase(tx, found.id), on), found }
}

type Decide = (dispatch: Dispatch | undefined) => Decision<DispatchEvent>

/** Changes one dispatch and does what follows from it: a letter that came back is opened for tracing, an e-mail that failed becomes a letter by post. */
export async function changeDispatch(db: Database, id: string, by: By, decide: Decide): Promise<Decision<DispatchEvent>> {
  return db.transaction().execute((tx) => changeDispatchIn(tx, id, by, decide))
}

/** The same inside a caller’s transaction. */
export async function changeDispatchIn(tx: Database, id: string, by: By, decide: Decide): Promise<Decision<DispatchEvent>> {
  const decision = await changeIn(tx, dispatchThing, { id, by }, decide)
  if (isRefused(decision)) return decision
  const dispatch = await readDispatch(tx, id)
  if (dispatch !== undefined) for (const event of decision.events) await follow(tx, dispatch, event, by)
  return decision
}

async function follow(tx: Database, dispatch: Dispatch, event: DispatchEvent, by: By): Promise<void> {
  if (event.type === 'service-outcome-recorded' && dispatch.stage === 'returned') await followReturn(tx, dispatch, event, by)
  if (event.type === 'dispatch-failed' && dispatch.channel === 'email') await postInstead(tx, dispatch, by)
}

async function followReturn(tx: Database, dispatch: Dispatch, event: OutcomeRecorded, by: By): Promise<void> {
  if (outcomeRules[event.code].needsTracing) await openReturn(tx, dispatch, event, by)
  else if (dispatch.channel === 'email') await postInstead(tx, dispatch, by)
}

/** Refused where one is under way already, and then nothing is missing. */
async function postInstead(tx: Database, { id, documentId, penaltyId, personId, purpose }: Dispatch, by: By): Promise<void> {
  await planOne(tx, { letter: { id: documentId, penaltyId, personId, purpose }, channel: 'post', because: 'The e-mail did not arrive', insteadOf: id }, by)
}
