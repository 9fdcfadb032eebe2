import { caseFromDetection, closeCaseOf, openCaseOf, readPenalty, type Find } from '#casework/penalties'
import { countEntry, measures } from '#oversight/engagement'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import type { HistoryEntry, Reaction } from '#platform/events'
import type { By, Site } from '#values'

/** What a reaction may use: the centre's database, and the time there. */
interface Here {
  readonly db: Database
  readonly clock: Clock
}

/** The whole chain on one screen: when this happens, that reacts. Each is delivered at least once and does not mind a repeat. */
export function reactionsAt(site: Site, { db, clock }: Here): readonly Reaction[] {
  if (site !== 'centre') return []
  return [
    when('detection-recorded', async (entry) => {
      await openCaseOf(db, caseFromDetection(bodyOf<Find>(entry)), { by: machine(clock, 'A detection was recorded at a port'), today: clock.today() })
    }),

    when('penalty-settled', async (entry) => closeIfReady(entry)),
    when('penalty-cancelled', async (entry) => closeIfReady(entry)),
    when('no-penalty-decided', async (entry) => closeIfReady(entry)),

    ...countedEvents.map((type) => when(type, (entry) => countEntry(db, entry))),
  ]

  /** Closed in the name of the officer whose act ended the last penalty; while anything stands in the way, nothing happens. */
  async function closeIfReady(entry: HistoryEntry): Promise<void> {
    const penalty = await readPenalty(db, idOf(entry))
    if (penalty === undefined) return
    const by: By = { ...entry.by, site, at: clock.now(), reason: 'Every penalty of the case has ended' }
    await closeCaseOf(db, { caseId: penalty.caseId, by, closedOn: clock.today() })
  }
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

/** For what follows by itself and decides nothing about anybody. */
function machine(clock: Clock, reason: string): By {
  return { officerId: 'machine', name: 'Juxta', role: 'machine', site: 'centre', at: clock.now(), reason }
}
