import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foldHistory } from '#platform/events'
import { newId } from '#platform/identity'
import { aDatabase } from '#test/database'
import { aProposedCase, anOpenCase, bySenior, decide, issue, penaltyFor, propose } from '#test/a-proposed-case'
import { aCase, aPenaltyDecided, anIncident, eventsOf, seniorOfficer } from '#test/penalties'
import { day, instant, noPence, pounds } from '#values'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { penaltiesOfCase, penaltyThing, readPenalty } from '../penalty/penalty.store.ts'
import { decidePenalty } from '../decision/decide-penalty.ts'
import { personsOfCase } from '../person/person.store.ts'
import { caseThing, readCase } from './case.store.ts'
import { changedFacts, correctedFacts } from './corrected-facts.ts'
import { correctFind, type TellingOfCorrection } from './correct-find.ts'
import { considerCorrectionOf, correctFindOf } from './correct-find.store.ts'
import { requiredActions } from './required-actions.ts'

const db = await aDatabase()

const told = (change: Partial<TellingOfCorrection> = {}): TellingOfCorrection => ({
  id: newId(), facts: { entrants: 3 }, because: 'One more was found behind the pallets', correctedBy: 'Robin Farthing', correctedAt: instant('2024-01-13T08:00:00Z'), ...change,
})

const stagesOf = async (caseId: string) => (await penaltiesOfCase(db, caseId)).map(({ stage }) => stage)

async function waitsFor(caseId: string): Promise<readonly string[]> {
  const found = await readCase(db, caseId)
  assert.ok(found)
  const state = { found, persons: await personsOfCase(db, caseId), penalties: await penaltiesOfCase(db, caseId), today: day('2024-03-05'), owed: new Map() }
  return requiredActions(state).map(({ code }) => code)
}

async function foldsToRows(caseId: string): Promise<void> {
  assert.deepEqual(await foldHistory(db, caseThing, caseId), await readCase(db, caseId))
  for (const penalty of await penaltiesOfCase(db, caseId)) assert.deepEqual(await foldHistory(db, penaltyThing, penalty.id), penalty)
}

describe('a find corrected at the port', () => {
  test('shows each fact as it was and as it is', () => {
    assert.deepEqual(changedFacts(anIncident(), { entrants: 3 }), [{ fact: 'Entrants', was: '2', now: '3' }])
    assert.deepEqual(changedFacts(anIncident(), { entrants: 2, place: 'Freight lane 4' }), [])
  })

  test('in what became of the vehicle touches nothing that a case rests on', () => {
    const answers = { officers: ['A'], vehicleOutcome: 'released', intelligenceReference: null, handOver: null } as const
    const facts = correctedFacts({ type: 'detection-corrected', section: 'scene', answers, because: 'It drove on', at: instant('2024-01-13T08:00:00Z'), by: 'Robin' })
    assert.partialDeepStrictEqual(correctFind(aCase(), [], told({ facts })), { events: [{ correction: { changed: [], inForce: false, decidedBefore: false } }] })
  })

  test('on a day under another law takes the case under that law', () => {
    assert.partialDeepStrictEqual(correctFind(aCase(), [], told({ facts: { occurredOn: day('2023-02-12') } })), { events: [{ regime: 'PRE_2023' }] })
    assert.partialDeepStrictEqual(correctFind(aCase(), [], told({ facts: { occurredOn: day('2023-02-13') } })), { events: [{ regime: 'R2023' }] })
  })

  test('before anything is proposed is taken into the case, and told twice is recorded once', async () => {
    const caseId = await anOpenCase(db)
    const once = told()
    for (const one of [once, once]) eventsOf(await correctFindOf(db, caseId, one, bySenior))
    assert.partialDeepStrictEqual(await readCase(db, caseId), { stage: 'open', incident: { entrants: 3 }, corrections: [{ because: once.because, changed: [{ was: '2', now: '3' }] }] })
    assert.equal((await readCase(db, caseId))?.corrections.length, 1)
    await foldsToRows(caseId)
  })

  test('told before the case has opened is told again later', async () => {
    await assert.rejects(correctFindOf(db, newId(), told(), bySenior), /no case to correct yet/)
  })
})

describe('after an assessment was proposed on the earlier facts', () => {
  test('nobody decides until it is proposed again', async () => {
    const caseId = await aProposedCase(db)
    const penaltyId = await penaltyFor(db, caseId, 'driver')
    eventsOf(await correctFindOf(db, caseId, told(), bySenior))
    assert.deepEqual(await stagesOf(caseId), ['withdrawn', 'withdrawn'])
    assert.deepEqual(await waitsFor(caseId), ['propose-again'])
    assert.equal((await readCase(db, caseId))?.stage, 'open')
    const attempt = await changePenalty(db, { penaltyId, by: bySenior }, (penalty) =>
      decidePenalty(penalty, { amountPence: pounds(12_000), reasons: 'As proposed', readings: [], selfReportOverride: null, decidedBy: seniorOfficer, decidedOn: day('2024-02-20'), othersPence: [noPence], isBarred: false }))
    assert.deepEqual(attempt, { refused: 'proposal-withdrawn' })

    await propose(db, caseId)
    assert.partialDeepStrictEqual(await readPenalty(db, penaltyId), { stage: 'proposed', entrants: 3, ended: null })
    await decide(db, penaltyId, pounds(18_000))
    await foldsToRows(caseId)
  })

  test('a correction that changes nothing for the case leaves the proposal standing', async () => {
    const caseId = await aProposedCase(db)
    eventsOf(await correctFindOf(db, caseId, told({ facts: { entrants: 2 } }), bySenior))
    assert.deepEqual(await stagesOf(caseId), ['proposed', 'proposed'])
  })

  test('who is decided stays decided; the other is proposed again', async () => {
    const caseId = await aProposedCase(db)
    await decide(db, await penaltyFor(db, caseId, 'driver'), pounds(12_000))
    eventsOf(await correctFindOf(db, caseId, told(), bySenior))
    assert.deepEqual(await stagesOf(caseId), ['decided', 'withdrawn'])
    assert.deepEqual(await waitsFor(caseId), ['consider-correction', 'propose-again', 'issue-notice'])
    assert.equal((await readCase(db, caseId))?.stage, 'part-decided')
    await foldsToRows(caseId)
  })
})

describe('after the notice', () => {
  test('it changes nothing by itself and waits for a person, who may take it into the case', async () => {
    const caseId = await aProposedCase(db)
    for (const capacity of ['driver', 'owner'] as const) {
      const id = await penaltyFor(db, caseId, capacity)
      await decide(db, id, pounds(6000))
      await issue(db, id)
    }
    const before = await penaltiesOfCase(db, caseId)
    const correction = told()
    eventsOf(await correctFindOf(db, caseId, correction, bySenior))
    assert.deepEqual(await penaltiesOfCase(db, caseId), before)
    assert.partialDeepStrictEqual(await readCase(db, caseId), { stage: 'decided', incident: { entrants: 2 } })
    assert.equal((await waitsFor(caseId))[0], 'consider-correction')

    const considering = { correctionId: correction.id, adopt: true, reasons: 'The owner is offered a smaller amount', consideredBy: seniorOfficer, consideredOn: day('2024-03-05') }
    assert.deepEqual(await considerCorrectionOf(db, caseId, { ...considering, reasons: ' ' }, bySenior), { refused: 'reasons-needed' })
    eventsOf(await considerCorrectionOf(db, caseId, considering, bySenior))
    assert.deepEqual(await considerCorrectionOf(db, caseId, considering, bySenior), { refused: 'no-correction-waits' })
    assert.partialDeepStrictEqual(await readCase(db, caseId), { incident: { entrants: 3 }, corrections: [{ inForce: true, considered: { adopted: true } }] })
    assert.deepEqual(await penaltiesOfCase(db, caseId), before)
    assert.ok(!(await waitsFor(caseId)).includes('consider-correction'))
    await foldsToRows(caseId)
  })

  test('a decided penalty by itself is enough for a person to be asked', () => {
    assert.partialDeepStrictEqual(correctFind({ ...aCase(), stage: 'decided' }, [aPenaltyDecided()], told()), { events: [{ correction: { inForce: false, decidedBefore: true } }] })
  })
})
