import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foldHistory } from '#platform/events'
import { newId } from '#platform/identity'
import { aProposedCase, anOpenCase, byCaseworker, bySenior, decide, penaltyFor } from '#test/a-proposed-case'
import { aDatabase } from '#test/database'
import { eventsOf, seniorOfficer } from '#test/penalties'
import { day, plate, pounds } from '#values'
import { withdrawProposal } from '../assessment/withdraw-proposal.ts'
import { linkCasesOf } from '../case-link/case-link.store.ts'
import { caseStateOf } from '../case/case-state.store.ts'
import { caseThing, readCase } from '../case/case.store.ts'
import { changeCase } from '../case/change-case.store.ts'
import { reopenCase } from '../case/reopen-case.ts'
import { requiredActions } from '../case/required-actions.ts'
import { fileOfCase } from '../file/file-of-case.store.ts'
import { nearestDayDifferences } from '../exception/active-cases.store.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { removePersonOf } from '../person/person-acts.store.ts'
import { everyoneOfCase, personsOfCase, personThing } from '../person/person.store.ts'
import { possibleDuplicates } from './possible-duplicates.store.ts'
import { endAsDuplicate, endWithoutAction } from './triage-case.store.ts'

const db = await aDatabase()
const on = day('2024-01-20')
const waitsFor = async (caseId: string) => {
  const found = await readCase(db, caseId)
  return found === undefined ? [] : requiredActions((await caseStateOf(db, found, on)).state).map(({ code }) => code)
}

describe('the same incident twice', () => {
  test('is found by a plate in common within three days, in either place', async () => {
    const first = await anOpenCase(db, { tractor: { registration: plate('DUP 1'), country: null } })
    const asTrailer = await anOpenCase(db, { tractor: null, trailer: { registration: plate('DUP 1'), country: null }, occurredOn: day('2024-01-07') })
    await anOpenCase(db, { tractor: { registration: plate('DUP 1'), country: null }, occurredOn: day('2024-01-06') })
    assert.deepEqual((await possibleDuplicates(db, [first])).map(({ id }) => id), [asTrailer])
    assert.deepEqual(await waitsFor(first), ['propose', 'possible-duplicate'])
  })
  test('is asked about no more once somebody has said how the two hang together', async () => {
    const [one, other] = [await anOpenCase(db, { tractor: { registration: plate('DUP 2'), country: null } }), await anOpenCase(db, { tractor: { registration: plate('DUP 2'), country: null } })]
    const linkId = newId()
    const linking = { linkId, otherReference: (await readCase(db, other))?.reference ?? '', kind: 'same-vehicle', reasons: 'Two finds in one night', linkedBy: seniorOfficer, linkedOn: on } as const
    eventsOf(await db.transaction().execute((tx) => linkCasesOf(tx, { id: linkId, caseId: one, by: bySenior }, linking)))
    assert.deepEqual(await possibleDuplicates(db, [one, other]), [])
  })
  test('ends this case, links both, and is not offered again', async () => {
    const [one, other] = [await anOpenCase(db), await anOpenCase(db)]
    const reference = (await readCase(db, other))?.reference ?? ''
    eventsOf(await endAsDuplicate(db, { caseId: one, ofReference: reference.toLowerCase(), reasons: 'One lorry, two reports', on }, byCaseworker))
    assert.partialDeepStrictEqual(await readCase(db, one), { stage: 'closed', triage: { as: 'duplicate', ofReference: reference } })
    for (const caseId of [one, other]) assert.partialDeepStrictEqual((await fileOfCase(db, caseId)).links, [{ kind: 'duplicate', caseId: one, otherCaseId: other }])
    assert.deepEqual(await foldHistory(db, caseThing, one), await readCase(db, one))
    assert.ok(!(await possibleDuplicates(db, [other])).some(({ id }) => id === one))
    assert.deepEqual(await endAsDuplicate(db, { caseId: other, ofReference: (await readCase(db, one))?.reference ?? '', reasons: 'The other way round', on }, byCaseworker), { refused: 'other-ended-too' })
  })
})

describe('no action', () => {
  test('closes the case with its reason, and a senior officer opens it again at the beginning', async () => {
    const caseId = await anOpenCase(db)
    assert.deepEqual(await endWithoutAction(db, { caseId, because: 'no-breach', reasons: ' ', on }, bySenior), { refused: 'reasons-needed' })
    eventsOf(await endWithoutAction(db, { caseId, because: 'no-breach', reasons: 'Every check is on paper', on }, bySenior))
    assert.deepEqual(await waitsFor(caseId), [])
    eventsOf(await changeCase(db, caseId, bySenior, (found) => reopenCase(found, { reasons: 'A witness wrote', reopenedBy: seniorOfficer })))
    assert.partialDeepStrictEqual(await readCase(db, caseId), { stage: 'open', triage: null, closedOn: null })
    assert.deepEqual(await foldHistory(db, caseThing, caseId), await readCase(db, caseId))
    assert.deepEqual(await nearestDayDifferences(db), [])
  })
  test('is not taken while somebody is proposed or decided', async () => {
    const caseId = await aProposedCase(db)
    assert.deepEqual(await endWithoutAction(db, { caseId, because: 'other', reasons: 'x', on }, bySenior), { refused: 'withdraw-proposals-first' })
    for (const capacity of ['driver', 'owner'] as const) await decide(db, await penaltyFor(db, caseId, capacity), pounds(6000))
    assert.deepEqual(await endWithoutAction(db, { caseId, because: 'other', reasons: 'x', on }, bySenior), { refused: 'decided-cases-end-otherwise' })
  })
})

describe('the wrong party', () => {
  const removed = { because: 'sold-before', reasons: 'The register says so', by: seniorOfficer, on } as const
  test('leaves the case once what was proposed is withdrawn, and the others go on', async () => {
    const caseId = await aProposedCase(db)
    const owner = (await personsOfCase(db, caseId)).find(({ capacity }) => capacity === 'owner')
    const penaltyId = await penaltyFor(db, caseId, 'owner')
    assert.deepEqual(await removePersonOf(db, owner?.id ?? '', removed, bySenior), { refused: 'person-has-a-penalty' })
    eventsOf(await changePenalty(db, { penaltyId, by: byCaseworker }, (penalty) => withdrawProposal(penalty, { reasons: 'Sold before', withdrawnBy: seniorOfficer, withdrawnOn: on })))
    assert.ok((await waitsFor(caseId)).includes('propose-again'))
    eventsOf(await removePersonOf(db, owner?.id ?? '', removed, bySenior))
    assert.deepEqual(await waitsFor(caseId), ['decide'])
    assert.deepEqual((await personsOfCase(db, caseId)).map(({ capacity }) => capacity), ['driver'])
    assert.partialDeepStrictEqual((await everyoneOfCase(db, caseId)).find(({ id }) => id === owner?.id), { removed: { because: 'sold-before' } })
    for (const person of await everyoneOfCase(db, caseId)) assert.deepEqual(await foldHistory(db, personThing, person.id), person)
    assert.deepEqual(await nearestDayDifferences(db), [])
  })
})
