import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId } from '#platform/identity'
import { aProposedCase, bySenior, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { aDatabase } from '#test/database'
import { secondSenior } from '#test/penalties'
import { readPdf } from '#test/read-pdf'
import { day, noPence, pounds } from '#values'
import type { PenaltyReduced } from '../events.ts'
import { dispatchesOfPenalty } from '../service/dispatch.store.ts'
import { documentsOfPenalty } from './document.store.ts'
import { writeCorrectionLetter, type CorrectionLetter } from './write-correction-letter.store.ts'

const db = await aDatabase()
const caseId = await aProposedCase(db)
for (const capacity of ['owner', 'driver'] as const) await decide(db, await penaltyFor(db, caseId, capacity), pounds(12_000))
const [owner, driver] = [await penaltyFor(db, caseId, 'owner'), await penaltyFor(db, caseId, 'driver')]
await issue(db, owner)
const by = { ...bySenior, ...secondSenior }
const reduced: PenaltyReduced = { type: 'penalty-reduced', fromPence: pounds(12_000), toPence: pounds(6_000), on: day('2024-05-02'), reasons: 'The records show every check.' }
const write = (change: Partial<CorrectionLetter>) => writeCorrectionLetter(db, { penaltyId: owner, change: reduced, causeId: newId(), demonstration: true, by, ...change })
const letters = async () => (await documentsOfPenalty(db, owner)).filter(({ purpose }) => purpose === 'amount-corrected')

describe('a penalty that is put right without an objection', () => {
  test('has a letter with both amounts, the reasons and the last day to pay, and a way to be sent', async () => {
    const causeId = newId()
    await write({ causeId })
    await write({ causeId })
    const [letter, ...more] = await letters()
    assert.deepEqual(more, [], 'told twice, written once')
    const text = readPdf(letter?.pdf ?? new Uint8Array()).pages.join(' ').replaceAll(/\s+/g, ' ')
    for (const said of ['The penalty is reduced from £12,000 to £6,000.', 'The records show every check.', 'Tuesday 30 April 2024']) assert.ok(text.includes(said), said)
    assert.ok((await dispatchesOfPenalty(db, owner)).some(({ documentId }) => documentId === letter?.id))
  })
  test('says that nothing is owed when it is cancelled, and names no day to pay', async () => {
    await write({ change: { type: 'penalty-cancelled', fromPence: pounds(12_000), toPence: noPence, on: day('2024-05-03'), reasons: 'The plate was misread.' } })
    const [letter] = await letters()
    assert.partialDeepStrictEqual(letter?.facts, { amountPence: 0, lastDayToPay: null })
  })
  test('is not written to about where no notice was issued', async () => {
    await write({ penaltyId: driver })
    assert.deepEqual(await documentsOfPenalty(db, driver), [])
  })
})
