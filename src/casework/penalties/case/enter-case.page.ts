import type { Database } from '#platform/database'
import { refuse, type Decision, type Happening } from '#platform/decisions'
import { recordLook } from '#platform/events'
import type { Subject } from '#platform/identity'
import type { PageContext } from '#platform/web'
import type { By } from '#values'
import { penaltiesOfCase, readPenalty } from '../penalty/penalty.store.ts'
import { everyoneOfCase } from '../person/person.store.ts'
import { actsSinceShown } from './case-history.store.ts'
import { readCase } from './case.store.ts'
import { reasonHeld } from './look-reason.store.ts'
import { askingWhy } from './look-reasons.ts'
import { subjectOf } from './penalty-case.ts'
import { aboutWhom, timelineEntries } from './timeline-entries.ts'

interface Entering {
  readonly caseId: string
  /** What is shown, for the log of looks. */
  readonly what: string
  /** Where to come back to once the reason is said. */
  readonly comeBackTo: string
}

/**
 * Shows a part of a case to an officer who has said why, and logs the look; asks everyone else why first. A form that comes back tells
 * what colleagues did since the officer had it on the screen.
 */
export async function insideCase(ctx: PageContext, { caseId, what, comeBackTo }: Entering, show: () => Promise<object | undefined>): Promise<object | undefined> {
  const { db, officer, clock } = ctx
  const reason = await reasonHeld(db, officer.id, caseId, clock.now())
  if (reason === undefined) return { askReason: true, caseId, comeBackTo, ...askingWhy(clock.today()) }
  const meanwhile = ctx.isSent ? await meanwhileIn(ctx, caseId) : []
  const shown = await show()
  const view = shown && { ...shown, meanwhile }
  if (view !== undefined) await recordLook(db, { subject: `case:${caseId}`, what, by: ctx.by(reason) })
  return view
}

async function meanwhileIn({ db, officer }: PageContext, caseId: string) {
  const acts = await actsSinceShown(db, caseId, officer.id)
  if (acts.length === 0) return []
  const [persons, penalties] = [await everyoneOfCase(db, caseId), await penaltiesOfCase(db, caseId)]
  return timelineEntries(acts, aboutWhom(persons, { penalties }))
}

/** Does an act with the reason that the officer gave for being in the case. */
export async function actInCase<Event extends Happening>(ctx: PageContext, caseId: string, act: (by: By) => Promise<Decision<Event>>): Promise<Decision<Event>> {
  const reason = await reasonHeld(ctx.db, ctx.officer.id, caseId, ctx.clock.now())
  return reason === undefined ? refuse('say-why-first') : act(ctx.by(reason))
}

/**
 * The same for an act that rests on what its page shows. Where a colleague acted in the case since the officer was shown it, nothing is
 * done: the page comes back with what happened, and to send it again is to have read that.
 */
export async function actOnShown<Event extends Happening>(ctx: PageContext, caseId: string, act: (by: By) => Promise<Decision<Event>>): Promise<Decision<Event>> {
  const acts = await actsSinceShown(ctx.db, caseId, ctx.officer.id)
  return acts.length > 0 ? refuse('changed-meanwhile') : actInCase(ctx, caseId, act)
}

export async function subjectOfCase({ id }: { readonly id: string }, { db }: PageContext): Promise<Subject | undefined> {
  const found = await readCase(db, id)
  return found && subjectOf(found)
}

/** What is inside a case knows its case. */
export interface OfCase {
  readonly caseId: string
}

/** The stage and the port of the case decide on rights to whatever is inside it. */
export function subjectThrough(read: (db: Database, id: string) => Promise<OfCase | undefined>) {
  return async ({ id }: { readonly id: string }, ctx: PageContext): Promise<Subject | undefined> => {
    const thing = await read(ctx.db, id)
    return thing && subjectOfCase({ id: thing.caseId }, ctx)
  }
}

export const subjectOfPenalty = subjectThrough(readPenalty)
