import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { settledId } from '#platform/identity'
import { daysAfter, type By } from '#values'
import { beginBulk, prepareBulk, type Actor, type BulkAct } from '../bulk/bulk-act.ts'
import { changeBulk, latestBulks } from '../bulk/bulk-act.store.ts'
import { goOn } from '../bulk/go-on.store.ts'
import { changeCase } from '../case/change-case.store.ts'
import { putFirst } from '../case/priority.ts'
import { bulkCasesAtOnce, casesInABulkAct } from '../limits.ts'
import { named } from '../penalty/penalty.ts'
import { keepList } from '../work/saved-list.store.ts'
import { by, done } from './demo-acts.store.ts'
import { stories, type Reached } from './stories.ts'

/** A list kept for the team, a case put before others, cases given to somebody all at once, and a hold on others that waits for a second officer. Told again, all are there. */
export async function seedWork(db: Database, clock: Clock): Promise<void> {
  if ((await latestBulks(db, 1)).length > 0) return
  const [senior, caseworker] = [by('senior-officer', clock.today()), by('caseworker', clock.today(), 'second')]
  done(await keepList(db, { name: 'Last day within two weeks', address: '/cases?within=14', forTeam: true }, senior))
  done(await keepList(db, { name: 'To decide', address: '/cases?waits=decide', forTeam: false }, senior))
  const priority = { byOn: daysAfter(7, clock.today()), reasons: 'The haulier’s lorry stands until this is decided (demo)', putBy: named(senior), putOn: clock.today() }
  for (const id of storiesAt('proposed')) done(await changeCase(db, id, senior, (found) => putFirst(found, priority)))
  const moved = await prepare(db, clock, { by: senior, act: 'move', answers: { to: caseworker.officerId, toName: caseworker.name }, caseIds: storiesAt('proposed', 'decided'), reasons: 'Their languages (demo)' })
  done(await changeBulk(db, moved, senior, (bulk) => beginBulk(bulk, { runBy: actor(senior), runAt: clock.now(), isChecked: true })))
  await goOn(db, moved, { site: 'centre', clock, most: bulkCasesAtOnce })
  await prepare(db, clock, { by: senior, act: 'hold', answers: { kind: 'complaint', untilOn: null }, caseIds: storiesAt('issued', 'objected'), reasons: 'One haulier has complained about all of them (demo)' })
}

type Preparing = Pick<BulkAct, 'act' | 'answers' | 'caseIds' | 'reasons'> & { readonly by: By }

async function prepare(db: Database, clock: Clock, { by: officer, ...preparing }: Preparing): Promise<string> {
  const bulkId = settledId('demonstration', 'bulk-act', preparing.act)
  done(await changeBulk(db, bulkId, officer, (bulk) => prepareBulk(bulk, { bulkId, ...preparing, preparedBy: actor(officer), preparedAt: clock.now() }, casesInABulkAct)))
  await goOn(db, bulkId, { site: 'centre', clock, most: bulkCasesAtOnce })
  return bulkId
}

function actor({ officerId, name }: By): Actor {
  return { officerId, name, role: 'senior-officer' }
}

function storiesAt(...reached: readonly Reached[]): readonly string[] {
  return stories.filter((story) => reached.includes(story.reached)).map(({ id }) => id)
}
