import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import { isPort, type By, type CalendarDate, type Instant, type Port, type Site } from '#values'
import { linkedByArrivals, notTaken, takeEvidence } from './evidence.store.ts'
import type { Linked } from './evidence.ts'
import { forget, type Forgetting } from './forgetting.ts'
import { forgettings } from './retention.store.ts'
import { countWeek, dropWeek, emptyWeek, idsOf, patiently, seenTables, weeksOf } from './weeks.store.ts'

/** Which crossings between two ids were searched or gave a find; asked of whoever keeps them. */
export type Examined = (db: Database, from: string, to: string) => Promise<readonly Linked[]>

/** Where and when things are forgotten, and in whose name it is written down. */
export interface Forgetter {
  readonly db: Database
  readonly site: Site
  readonly at: Instant
  readonly today: CalendarDate
  readonly days: number
  readonly examined: Examined
}

/** All that rests on crossings between two ids. */
export async function linkedBetween({ examined }: Pick<Forgetter, 'examined'>, db: Database, { from, to }: { from: string; to: string }): Promise<readonly Linked[]> {
  return (await Promise.all([linkedByArrivals(db, from, to), examined(db, from, to)])).flat()
}

/**
 * Forgets a week of what cameras saw: the evidence goes out first, and in the same transaction the week goes. A copy of
 * another site's week waits for nothing but evidence that has not arrived yet: of such a week just those crossings stay.
 * Answers how many crossings had to stay.
 */
export async function forgetWeek(forgetter: Forgetter, monday: CalendarDate): Promise<number> {
  return patiently(forgetter.db, async (tx) => {
    const linked = await linkedBetween(forgetter, tx, idsOf(monday))
    if (isPort(forgetter.site)) await takeEvidence(tx, { port: forgetter.site, at: forgetter.at, linked })
    const spared = await notTaken(tx, linked.map(({ crossingId }) => crossingId))
    const [reads, crossings] = [await countWeek(tx, 'plate_read', monday), await countWeek(tx, 'crossing', monday)]
    if (spared.length > 0) await emptyWeek(tx, monday, spared)
    else for (const table of seenTables) await dropWeek(tx, table, monday)
    await writeDown(tx, { ...forgetter, because: outOfTime(forgetter) }, { reads: Math.max(0, reads - spared.length), crossings: crossings - spared.length, pictures: 0 })
    return spared.length
  })
}

/** Takes out of their weeks all crossings of this port that something rests on by now. */
export async function keepEvidence(forgetter: Pick<Forgetter, 'db' | 'at' | 'examined'>, port: Port): Promise<void> {
  const { db, at } = forgetter
  const weeks = (await weeksOf(db, 'crossing')).map(idsOf)
  for (const week of [...weeks, everything]) {
    const linked = await linkedBetween(forgetter, db, week)
    await takeEvidence(db, { port, at, linked })
  }
}

/** Rows in no week are few: all that rests on any crossing is asked for at once. */
export const everything = { from: '00000000-0000-0000-0000-000000000000', to: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

export function outOfTime({ days }: Pick<Forgetter, 'days'>): string {
  return `What nothing rests on is kept for ${days} days at most`
}

/** Each day's forgetting is one thing with a history: erasure is logged (Data Protection Act 2018 s.62). */
export async function writeDown(tx: Database, { site, at, today, because }: Pick<Forgetter, 'site' | 'at' | 'today'> & { readonly because: string }, gone: Pick<Forgetting, 'reads' | 'crossings' | 'pictures'>): Promise<void> {
  const by: By = { officerId: 'machine', name: 'Retention', role: 'machine', site, at, reason: because }
  const id = `${site} ${today}`
  await changeIn(tx, forgettings, { id, by }, () => forget({ id, seenBefore: at, ...gone }))
}
