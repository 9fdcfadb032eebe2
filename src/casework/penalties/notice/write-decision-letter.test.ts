import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { announce } from '#platform/decisions'
import { changeIn } from '#platform/events'
import { byOfficer, ids, keepCaseFile, objectionEvents } from '#test/a-case-file'
import { readPdf } from '#test/read-pdf'
import { aSite } from '#test/site'
import { day, pence } from '#values'
import { rememberReason } from '../case/look-reason.store.ts'
import { penaltyThing } from '../penalty/penalty.store.ts'
import { penalties } from '../wire.ts'
import { documentsOfPenalty } from './document.store.ts'
import { reprint } from './print-letter.store.ts'
import { writeDecisionLetter } from './write-decision-letter.store.ts'

const { db, ...site } = await aSite({ wirings: [penalties], site: 'centre', now: '2023-05-02T10:00:00Z' })
await keepCaseFile(db)
const by = byOfficer(day('2023-05-02'))
const letter = { penaltyId: ids.ownerPenalty, causeId: ids.case, demonstration: true, by }
await rememberReason(db, { officerId: 'test-auditor', caseId: ids.case, reason: 'I am checking quality or auditing', at: site.clock.now() })
const page = `/penalties/${ids.ownerPenalty}/decision-letter`

describe('the letter that tells an objector what was decided', () => {
  test('is not written before anything was', async () => {
    await writeDecisionLetter(db, letter)
    assert.equal((await documentsOfPenalty(db, ids.ownerPenalty)).length, 0)
    assert.match((await site.signedInAs('auditor').get(page)).body, /No decision on an objection has been written/)
  })

  test('is written once, however often the decision is told', async () => {
    await db.transaction().execute((tx) => changeIn(tx, penaltyThing, { id: ids.ownerPenalty, by }, () => announce(...objectionEvents(pence(36_000_00), pence(18_000_00)))))
    await writeDecisionLetter(db, letter)
    await writeDecisionLetter(db, letter)
    assert.equal((await documentsOfPenalty(db, ids.ownerPenalty)).length, 1)
  })

  test('prints to the same bytes again, and says the new amount and last day', async () => {
    const [kept] = await documentsOfPenalty(db, ids.ownerPenalty)
    assert.ok(kept !== undefined)
    assert.equal(Buffer.compare(await reprint(kept), kept.pdf), 0)
    const { pages } = readPdf((await site.signedInAs('auditor').get(`${page}.pdf`)).rawPayload)
    for (const said of ['£18,000', 'Wednesday 14 June 2023', 'Tuesday 30 May 2023']) assert.ok(pages.join().includes(said), said)
  })

  test('is read as a page too', async () => assert.match((await site.signedInAs('auditor').get(page)).body, /reduced from £36,000 to £18,000/))
})
