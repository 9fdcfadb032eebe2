import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCase } from '#casework/penalties'
import { settableClock } from '#platform/clock'
import { historyOf } from '#platform/events'
import { newId } from '#platform/identity'
import { anOpenCase, bySenior } from '#test/a-proposed-case'
import { aDatabase } from '#test/database'
import { instant } from '#values'
import { reactionsAt } from './reactions.ts'

const db = await aDatabase()
const clock = settableClock(instant('2024-01-13T10:00:00Z'))

test('a find corrected at a port reaches its case, once however often it is told, in the name of who corrected it', async () => {
  const caseId = await anOpenCase(db)
  const [opened] = await historyOf(db, 'case', caseId)
  assert.ok(opened)
  const answers = { checklist: 'seen', instructions: 'not-asked', persons: [], language: null, interpreter: 'not-needed', statement: null, lastStopPlace: null, lastStopAt: null, lastCheckAt: null, lastCheckHow: null }
  const body = { type: 'detection-corrected', section: 'papers', answers, because: 'The checklist was in the cab', at: '2024-01-13T09:00:00.000Z', by: 'Robin' }
  const entry = { ...opened, id: newId(), stream: `detection:${caseId}`, type: 'detection-corrected', body, by: { ...bySenior, name: 'Robin Farthing' } }
  const reactions = reactionsAt('centre', { db, clock, mode: 'demo' }).filter(({ to }) => to === 'detection-corrected')
  for (const { react } of [...reactions, ...reactions]) await react(entry)
  const found = await readCase(db, caseId)
  assert.deepEqual(found?.corrections.map(({ correctedBy, changed }) => [correctedBy, changed]), [['Robin Farthing', [{ fact: 'Checklist', was: 'Asked for, not produced', now: 'Seen' }]]])
  assert.equal(found?.incident.atScene.checklist, 'seen')
})
