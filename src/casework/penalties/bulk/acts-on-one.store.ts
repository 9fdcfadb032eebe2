import { announce, isRefused, refuse, type Decision, type Happening } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import { may, settledId, type Right } from '#platform/identity'
import { day, type By, type CalendarDate } from '#values'
import { allocateCaseIn } from '../allocation/allocate-case.store.ts'
import { caseThing, readCase } from '../case/case.store.ts'
import { closeCaseIn } from '../case/close-case.store.ts'
import { subjectOf, type PenaltyCase } from '../case/penalty-case.ts'
import { reopenCase } from '../case/reopen-case.ts'
import { refreshNearestDay } from '../deadline/nearest-day.store.ts'
import { named, type Named } from '../penalty/penalty.ts'
import { penaltiesStanding } from '../penalty/penalty.store.ts'
import { holdKinds } from '../recovery/hold.ts'
import { holdRecoveryIn, holdsOfCase, liftHoldIn } from '../recovery/hold.store.ts'
import { closeCases, holdRecoveries, moveCases, reopenCases } from '../rights.ts'
import type { Actor, BulkAct, BulkName } from './bulk-act.ts'

/** Who does it, on which day. */
export interface Doing {
  readonly actor: Actor
  readonly by: By
  readonly today: CalendarDate
}

/** One case of many, in the transaction in which it is acted on. */
export interface One {
  readonly found: PenaltyCase
  readonly bulk: BulkAct
  /** Who had the case before the act; for an undoing. */
  readonly had: Named | null
}

interface OneWay {
  readonly right: Right
  readonly act: (tx: Database, one: One, doing: Doing) => Promise<Decision<Happening>>
}

/** Each act as it is done to one case and as it is undone, under the right that the act has there. */
const acts: Readonly<Record<BulkName, { readonly there: OneWay; readonly back: OneWay }>> = {
  move: {
    there: { right: moveCases, act: (tx, { found, bulk: { answers, reasons } }, { by }) => allocateCaseIn(tx, found.id, { to: { officerId: answers['to'] ?? '', name: answers['toName'] ?? '' }, how: 'moved', reasons }, by) },
    back: { right: moveCases, act: giveBack },
  },
  close: {
    // Among many cases nobody looks at the flag of one: that one is left for a person to close.
    there: { right: closeCases, act: (tx, { found }, { by, today }) => closeCaseIn(tx, { caseId: found.id, by, closedOn: today, byItself: true }) },
    back: { right: reopenCases, act: reopen },
  },
  hold: { there: { right: holdRecoveries, act: holdEach }, back: { right: holdRecoveries, act: liftEach } },
}

export async function doToOne(tx: Database, bulk: BulkAct, caseId: string, doing: Doing): Promise<Decision<Happening>> {
  return oneWay(tx, { bulk, caseId, had: null, way: acts[bulk.act].there }, doing)
}

export async function undoToOne(tx: Database, bulk: BulkAct, { caseId, had }: { readonly caseId: string; readonly had: Named | null }, doing: Doing): Promise<Decision<Happening>> {
  return oneWay(tx, { bulk, caseId, had, way: acts[bulk.act].back }, doing)
}

async function oneWay(tx: Database, { bulk, caseId, had, way }: Omit<One, 'found'> & { readonly caseId: string; readonly way: OneWay }, doing: Doing): Promise<Decision<Happening>> {
  const found = await readCase(tx, caseId)
  if (found === undefined) return refuse('no-such-case')
  const { officerId: id, name, role } = doing.actor
  if (!may({ id, name, role }, way.right, subjectOf(found))) return refuse('not-yours-to-do')
  return way.act(tx, { found, bulk, had }, doing)
}

/** To whoever had it, unless it has gone on to somebody else meanwhile. */
async function giveBack(tx: Database, { found, bulk, had }: One, { by }: Doing): Promise<Decision<Happening>> {
  if (had === null) return refuse('nobody-had-it')
  if (found.caseworkerId !== bulk.answers['to']) return refuse('gone-on-since')
  return allocateCaseIn(tx, found.id, { to: had, how: 'moved', reasons: by.reason ?? '' }, by)
}

async function reopen(tx: Database, { found }: One, { by }: Doing): Promise<Decision<Happening>> {
  const decision = await changeIn(tx, caseThing, { id: found.id, by }, (current) => reopenCase(current, { reasons: by.reason ?? '', reopenedBy: named(by) }))
  if (!isRefused(decision)) await refreshNearestDay(tx, found.id)
  return decision
}

/** Every penalty of the case with a notice in force is held, or none is. */
async function holdEach(tx: Database, { found, bulk }: One, { by, today }: Doing): Promise<Decision<Happening>> {
  const { answers, reasons, preparedBy: { officerId, name } } = bulk
  const inForce = (await penaltiesStanding(tx, [found.id])).filter(({ stage }) => stage === 'issued' || stage === 'determined')
  if (inForce.length === 0) return refuse('nothing-in-force')
  const kind = holdKinds.find((each) => each === answers['kind']) ?? 'complaint'
  const untilOn = answers['untilOn'] === null || answers['untilOn'] === undefined ? null : day(answers['untilOn'])
  return allOf(inForce, ({ id }) => holdRecoveryIn(tx, id, { holdId: holdIdFor(bulk, id), kind, fromOn: today, untilOn, reasons, placedBy: { officerId, name } }, by))
}

async function liftEach(tx: Database, { found, bulk }: One, { by, today }: Doing): Promise<Decision<Happening>> {
  const ours = (await holdsOfCase(tx, found.id)).filter(({ id, penaltyId, lifted }) => id === holdIdFor(bulk, penaltyId) && lifted === null)
  if (ours.length === 0) return refuse('gone-on-since')
  return allOf(ours, ({ id }) => liftHoldIn(tx, id, { on: today, reasons: by.reason ?? '', liftedBy: named(by) }, by))
}

/** The hold that this act places on a penalty, so that undoing it finds it again. */
function holdIdFor({ id }: BulkAct, penaltyId: string): string {
  return settledId('bulk-hold', id, penaltyId)
}

async function allOf<Each>(all: readonly Each[], act: (each: Each) => Promise<Decision<Happening>>): Promise<Decision<Happening>> {
  for (const each of all) {
    const decision = await act(each)
    if (isRefused(decision)) return decision
  }
  return announce()
}
