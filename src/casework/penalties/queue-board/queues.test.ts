import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { anOpenCase, bySenior } from '#test/a-proposed-case'
import { aDatabase } from '#test/database'
import { newId } from '#platform/identity'
import { announce } from '#platform/decisions'
import { day, daysAfter } from '#values'
import { changeMember } from '../allocation/team-member.store.ts'
import { noteAbsence } from '../allocation/team-member.ts'
import { queueBoard } from './queue-day.store.ts'
import { waitingFigures } from './queue-figures.ts'
import { waitingNow } from './queue-record.store.ts'

const db = await aDatabase()
const today = day('2024-03-20')
const caseId = await anOpenCase(db)

/** One that Ines finished, after five days of waiting. */
const finished = async (on: string, about: string): Promise<void> => void (await sql`
  insert into penalties.waiting (case_id, code, about, roles, by_on, began_on, ended_on, ended_by) values (${caseId}, 'decide', ${about}, '{senior-officer}', ${daysAfter(14, day(on))}, ${daysAfter(-5, day(on))}, ${on}, 'ines')`.execute(db))
for (let back = 1; back <= 12; back += 1) await finished(daysAfter(-back, today), `done ${back}`)
await sql`insert into penalties.waiting (case_id, code, about, roles, by_on, began_on) select ${caseId}, 'decide', 'open ' || n, '{senior-officer}', ${daysAfter(5, today)}, ${daysAfter(-2, today)} from generate_series(1, 30) as n`.execute(db)

const decideQueue = async () => (await queueBoard(db, today)).queues.find(({ code }) => code === 'decide') ?? assert.fail()

describe('the board of queues', () => {
  test('is played once for a day: what is done on the day changes what waits and not what was foretold', async () => {
    const before = await decideQueue()
    assert.ok((before.breaches?.middle ?? 0) > 0)
    await sql`update penalties.waiting set ended_on = ${today}, ended_by = 'ines' where about in ('open 1', 'open 2', 'open 3')`.execute(db)
    assert.deepEqual(await decideQueue(), before)
    assert.deepEqual(waitingFigures((await waitingNow(db)).get('decide') ?? [], today), { waiting: 27, overdue: 0, oldestDays: 2 })
  })
  test('is played again when somebody is known to be away, and then more will miss their last day', async () => {
    const before = await decideQueue()
    await changeMember(db, 'ines', bySenior, () => announce({ type: 'team-member-set', memberId: 'ines', name: 'Ines', languages: ['en'], sharePercent: 100 }))
    await changeMember(db, 'ines', bySenior, (member) => noteAbsence(member, { id: newId(), fromOn: daysAfter(1, today), toOn: daysAfter(60, today), why: 'Leave' }))
    const after = await decideQueue()
    assert.deepEqual([after.model.present[0], after.model.present[1]], [1, 0])
    assert.ok((after.breaches?.middle ?? 0) >= (before.breaches?.middle ?? 0))
    assert.ok((after.breaches?.low ?? 0) > 0)
  })
  test('is played again when something of earlier days becomes known', async () => {
    const { finishedByPeople } = (await decideQueue()).past
    await finished('2024-03-19', 'old')
    assert.equal((await decideQueue()).past.finishedByPeople, finishedByPeople + 1)
  })
})
