import { hitIdsSince } from '#border/arrivals'
import { activeEntryIds } from '#border/watchlists'
import type { Database } from '#platform/database'
import { instant, type CalendarDate } from '#values'
import { judge } from '../judge/judge.ts'
import { weighed, type Judged } from '../judge/judge-now.store.ts'
import { recordsPerPart } from '../limits.ts'
import { readRecords } from '../record/read-records.store.ts'
import { kindsOf, subjects, type Releasable, type Subject } from '../record/record.ts'
import type { Rule } from '../rule/rule.ts'
import { heldSubjects, itemsAbout } from './item.store.ts'

/** One record for which something is due under a rule, with the record itself for whoever looks at a preview. */
export interface DueRecord extends Judged {
  readonly subject: Subject
  readonly record: Releasable | undefined
}

export interface Under {
  readonly partnerId: string
  readonly rule: Rule | undefined
  readonly today: CalendarDate
}

const firstId = '00000000-0000-0000-0000-000000000000'

/**
 * Everything that would be sent or asked back if this rule decided today: what a preview shows and what a change of rule, of day or
 * of marking brings about. It walks through what the rule could reach and what the partner holds, part by part.
 */
export async function* dueUnder(db: Database, under: Under): AsyncGenerator<readonly DueRecord[]> {
  for (const subject of subjects) {
    const seen = new Set<string>()
    yield* walk(idsInReach, db, { subject, under, seen })
    yield* walk(idsHeld, db, { subject, under, seen })
  }
}

type Reach = (db: Database, subject: Subject, walk: Walk) => Promise<readonly string[]>

interface Walking {
  readonly subject: Subject
  readonly under: Under
  /** What the partner holds is mostly in reach as well, and is told of once. */
  readonly seen: Set<string>
}

async function* walk(reach: Reach, db: Database, { subject, under, seen }: Walking): AsyncGenerator<readonly DueRecord[]> {
  let after: string | undefined = firstId
  while (after !== undefined) {
    const ids = await reach(db, subject, { ...under, after })
    const fresh = ids.filter((id) => !seen.has(id))
    fresh.forEach((id) => seen.add(id))
    yield await dueAmong(db, subject, { ...under, ids: fresh })
    after = ids.length < recordsPerPart ? undefined : ids.at(-1)
  }
}

type Walk = Under & { readonly after: string }

async function idsInReach(db: Database, subject: Subject, { rule, today, after }: Walk): Promise<readonly string[]> {
  if (rule === undefined) return []
  if (subject === 'entry') return activeEntryIds(db, { listIds: rule.terms.listIds, today, after, most: recordsPerPart })
  return hitIdsSince(db, { since: instant(`${rule.terms.sinceOn}T00:00:00Z`), after, most: recordsPerPart })
}

function idsHeld(db: Database, subject: Subject, { partnerId, after }: Walk): Promise<readonly string[]> {
  return heldSubjects(db, { partnerId, kinds: kindsOf[subject], after, most: recordsPerPart })
}

async function dueAmong(db: Database, subject: Subject, { ids, partnerId, rule, today }: Under & { readonly ids: readonly string[] }): Promise<readonly DueRecord[]> {
  const [records, items] = await Promise.all([readRecords(db, subject, ids), itemsAbout(db, ids)])
  return ids.flatMap((subjectId) => kindsOf[subject].map((kind): DueRecord => {
    const record = records.get(subjectId)?.find((one) => one.kind === kind)
    const item = items.find((one) => one.partnerId === partnerId && one.kind === kind && one.subjectId === subjectId)
    return { ...weighed(item, { kind, subjectId }, judge({ id: partnerId }, rule, record, today)), subject, record }
  })).filter(({ due }) => due !== 'nothing')
}
