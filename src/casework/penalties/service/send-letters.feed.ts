import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { OutgoingRefused } from '#platform/outgoing'
import type { Carrier, Handed } from '#platform/post'
import { epochMsOf, instantOfEpochMs, type By, type Instant } from '#values'
import { lettersPerSweep, retryLetterAfterMinutes } from '../letter-limits.ts'
import { readDocument } from '../notice/document.store.ts'
import { named } from '../penalty/penalty.ts'
import { handOver, recordFailure } from './carry-dispatch.ts'
import { changeDispatch } from './change-dispatch.store.ts'
import type { Channel, Dispatch } from './dispatch.ts'
import { readDispatch } from './dispatch.store.ts'
import { emailWords } from './email-words.ts'
import { dispatchesToAskAfter, dueDispatches, noteLane, type DueDispatch } from './lane.store.ts'
import { takeReport } from './take-report.ts'

export interface PostRoom {
  readonly db: Database
  readonly clock: Clock
  readonly carriers: readonly Carrier[]
  /** Minutes between two questions about one letter. */
  readonly askAfterMinutes: number
}

/** Hands over what is due, then asks after what carriers have. True while there may be more to hand over. */
export async function sendLetters(room: PostRoom): Promise<boolean> {
  const due = await dueDispatches(room.db, carriedChannels(room.carriers), room.clock.now(), lettersPerSweep)
  for (const each of due) await handOne(room, each)
  await askAfter(room)
  return due.length === lettersPerSweep
}

function carriedChannels(carriers: readonly Carrier[]): readonly Channel[] {
  return (['post', 'email'] as const).filter((channel) => carrierFor(channel, carriers) !== undefined)
}

function carrierFor(channel: Channel, carriers: readonly Carrier[]): Carrier | undefined {
  return carriers.find((carrier) => (channel === 'post' ? carrier.letter : carrier.email) !== undefined)
}

/** The moment is noted before the letter leaves our hands: if no answer comes, the carrier is asked by our reference before it gets the letter again. */
async function handOne({ db, clock, carriers }: PostRoom, { id, failures, inDoubt }: DueDispatch): Promise<void> {
  const dispatch = await readDispatch(db, id)
  const carrier = dispatch && carrierFor(dispatch.channel, carriers)
  if (dispatch === undefined || carrier === undefined) return
  try {
    const known = inDoubt ? await carrier.find?.(id) : undefined
    if (known === undefined) await noteLane(db, id, { asked_at: clock.now() })
    const handed = known === undefined ? await give(db, carrier, dispatch) : { answer: 'taken' as const, carrierId: known.carrierId }
    await settle({ db, clock }, dispatch, carrier, handed)
    if (handed.answer === 'not-now') await noteLane(db, id, { ...later(failures, clock.now()), last_fault: handed.why, asked_at: null })
  } catch (fault) {
    if (!(fault instanceof OutgoingRefused)) throw fault
    await noteLane(db, id, { ...later(failures, clock.now()), last_fault: fault.message })
  }
}

async function give(db: Database, carrier: Carrier, { id, documentId, channel, to }: Dispatch): Promise<Handed> {
  const document = await readDocument(db, documentId)
  if (document === undefined) throw new Error(`Dispatch ${id} has no letter`)
  const { pdf, facts } = document
  if (channel === 'post' && carrier.letter !== undefined) return carrier.letter({ reference: id, pdf })
  if (carrier.email === undefined || to.email === null) return { answer: 'refused', why: 'There is no e-mail address' }
  return carrier.email({ reference: id, to: to.email, ...emailWords(facts), file: { name: `${facts.reference}.pdf`, bytes: pdf } })
}

async function settle({ db, clock }: Pick<PostRoom, 'db' | 'clock'>, { id }: Dispatch, carrier: Carrier, handed: Handed): Promise<void> {
  const by = postRoom(clock, `Handed to ${carrier.name}`)
  if (handed.answer === 'taken') await changeDispatch(db, id, by, (dispatch) => handOver(dispatch, carrier.name, handed.carrierId, clock.now()))
  if (handed.answer === 'refused') await changeDispatch(db, id, by, (dispatch) => recordFailure(dispatch, `${carrier.name}: ${handed.why}`, clock.now()))
}

function later(failures: number, now: Instant): { readonly failures: number; readonly next_try_at: Instant } {
  const minutes = retryLetterAfterMinutes[Math.min(failures, retryLetterAfterMinutes.length - 1)] ?? 0
  return { failures: failures + 1, next_try_at: minutesAfter(minutes, now) }
}

function minutesAfter(minutes: number, moment: Instant): Instant {
  return instantOfEpochMs(epochMsOf(moment) + minutes * 60_000)
}

/** Callbacks get lost, and letters have none that says posted: so each is asked after until it has left, or the carrier forgets. */
async function askAfter({ db, clock, carriers, askAfterMinutes }: PostRoom): Promise<void> {
  const able = carriers.filter(({ whereabouts }) => whereabouts !== undefined)
  const waiting = await dispatchesToAskAfter(db, able.map(({ name }) => name), minutesAfter(-askAfterMinutes, clock.now()), lettersPerSweep)
  for (const { id, carrier: name, carrierId } of waiting) {
    await noteLane(db, id, { looked_at: clock.now() })
    try {
      const found = await able.find((carrier) => carrier.name === name)?.whereabouts?.(carrierId)
      if (found === undefined) continue
      const by = postRoom(clock, `${name} was asked`)
      const report = { standing: found.standing, word: `${name}: ${found.word}`, at: clock.now() }
      await changeDispatch(db, id, by, (dispatch) => takeReport(dispatch, report, { by: named(by), now: clock.now() }))
    } catch (fault) {
      if (!(fault instanceof OutgoingRefused)) throw fault
      await noteLane(db, id, { last_fault: fault.message })
    }
  }
}

/** What the machine does with a letter that a person issued. */
export function postRoom(clock: Clock, reason: string): By {
  return { officerId: 'machine', name: 'Juxta', role: 'machine', site: 'centre', at: clock.now(), reason }
}
