import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foldHistory, historyOf, verifyChain } from '#platform/events'
import { newId } from '#platform/identity'
import { aDatabase } from '#test/database'
import { anIdentity, anIncident, caseworker, deciding, eventsOf, personFacts, receiving, secondSenior, seniorOfficer } from '#test/penalties'
import { day, instant, type By } from '#values'
import { answerFor } from './assessment/answer-for.ts'
import { previewAssessment, proposeAssessmentOf } from './assessment/propose-assessment.store.ts'
import { reassess } from './assessment/reassess.ts'
import { caseThing, readCase } from './case/case.store.ts'
import { caseFacts } from './case/case-from-detection.ts'
import { openCaseOf } from './case/open-case.store.ts'
import { decidePenalty } from './decision/decide-penalty.ts'
import { beside } from './decision/others-decided.ts'
import { determineObjection } from './objection/determine-objection.ts'
import { receiveObjection } from './objection/receive-objection.ts'
import { changePenalty } from './penalty/change-penalty.store.ts'
import { issueNotice } from './penalty/issue-notice.ts'
import { penaltiesOfCase, penaltyThing, readPenalty } from './penalty/penalty.store.ts'
import { addPersonTo, correctPersonOf } from './person/person-acts.store.ts'
import { personsOfCase, personThing } from './person/person.store.ts'

const db = await aDatabase()
const [caseId, driverId, ownerId] = [newId(), newId(), newId()]

/** KLG Trucking SRL v Secretary of State [2024] EWCA Civ 737: eight people, Calais, 23 February 2023 (legal.md V01, V02). */
describe('the published case of eight people found at Calais on 23 February 2023', () => {
  test('opens with a reference of its year', async () => {
    const incident = anIncident({ occurredOn: day('2023-02-23'), entrants: 8 })
    eventsOf(await openCaseOf(db, caseFacts(caseId, null, incident), { by: by(caseworker, '2023-02-24'), today: day('2023-02-24') }))
    assert.partialDeepStrictEqual(await readCase(db, caseId), { reference: 'JX-2023-000001', regime: 'R2023', stage: 'open' })
  })

  test('the driver works for the owner, a medium-sized business whose compliance is not accepted', async () => {
    const notShown = { found: false, evidence: 'Officer’s notebook', reasons: 'No written instructions were carried.' }
    const company = anIdentity({ company: 'Haulier of the published case', registeredNumber: 'EX-737' })
    const owner = { personId: ownerId, partyId: ownerId, capacity: 'owner', identity: company, facts: personFacts({ businessSize: 'medium', complied: notShown }) } as const
    const driver = { personId: driverId, partyId: driverId, capacity: 'driver', identity: anIdentity(), facts: personFacts({ underContractWith: ownerId }) } as const
    eventsOf(await addPersonTo(db, caseId, owner, by(caseworker, '2023-02-25')))
    eventsOf(await addPersonTo(db, caseId, driver, by(caseworker, '2023-02-25')))
  })

  test('the law proposes £48,000 for the driver and £36,000 for the owner', async () => {
    const preview = await previewAssessment(db, caseId, '32')
    assert.ok(preview)
    eventsOf(await proposeAssessmentOf(db, { caseId, section: '32', note: '', seal: preview.seal, by: by(caseworker, '2023-03-01'), today: day('2023-03-01') }))
    assert.deepEqual(await amounts('codeFigurePence'), [4_800_000, 3_600_000])
    assert.equal(answerFor(preview.snapshot.answer, { partyId: ownerId, capacity: 'owner' }).exposurePence, 8_400_000)
  })

  test('a senior officer decides both, and the case leaves the deciders', async () => {
    for (const { id, proposal } of await penaltiesOfCase(db, caseId)) {
      const amountPence = proposal.codeFigurePence
      assert.ok(amountPence !== null)
      const how = deciding({ amountPence, decidedOn: day('2023-03-10') })
      eventsOf(await changePenalty(db, { penaltyId: id, by: by(seniorOfficer, '2023-03-10') }, (penalty, others) => decidePenalty(penalty, { ...how, ...beside(penalty, others) })))
    }
    assert.deepEqual(await amounts('amountPence'), [4_800_000, 3_600_000])
    assert.equal((await readCase(db, caseId))?.stage, 'decided')
  })

  test('the owner objects in time, its compliance is accepted, and the law asked again says £18,000, step by step', async () => {
    const owner = await ownersPenalty()
    const act = { penaltyId: owner.id, by: by(caseworker, '2023-03-12') }
    eventsOf(await changePenalty(db, act, (penalty) => issueNotice(penalty, { issuedOn: day('2023-03-12'), documentId: newId() })))
    eventsOf(await changePenalty(db, act, (penalty) => receiveObjection(penalty, { ...receiving('2023-04-09'), today: day('2023-04-09') })))
    await acceptCompliance()

    const snapshot = reassess(await ownersPenalty(), await theCase(), await personsOfCase(db, caseId), await penaltiesOfCase(db, caseId))
    const { totalPence, steps } = answerFor(snapshot.answer, owner)
    assert.equal(totalPence, 1_800_000)
    assert.deepEqual(
      steps.filter(({ applied, amountPence }) => applied && amountPence !== null).map(({ rule, amountPence }) => [rule, amountPence]),
      [['starting-point', 600_000], ['DSC-2', 300_000], ['means', 225_000], ['per-entrant', 1_800_000], ['maximum', 1_800_000], ['discretion', 1_800_000]],
    )
    const determining = { outcome: 'reduce', amountPence: totalPence, reasons: 'The records show that the owner took the actions asked of it.', snapshot, determinedBy: secondSenior, toldOn: day('2023-05-01'), othersPence: [] } as const
    eventsOf(await changePenalty(db, { penaltyId: owner.id, by: by(secondSenior, '2023-05-01') }, (penalty) => determineObjection(penalty, determining)))
    assert.deepEqual(await amounts('amountPence'), [4_800_000, 1_800_000])
  })

  test('its history, replayed, is its rows, and the chain holds', async () => {
    assert.deepEqual(await foldHistory(db, caseThing, caseId), await readCase(db, caseId))
    for (const person of await personsOfCase(db, caseId)) assert.deepEqual(await foldHistory(db, personThing, person.id), person)
    for (const penalty of await penaltiesOfCase(db, caseId)) assert.deepEqual(await foldHistory(db, penaltyThing, penalty.id), penalty)
    assert.deepEqual((await historyOf(db, 'penalty', (await ownersPenalty()).id)).map(({ type }) => type), [
      'penalty-proposed', 'penalty-decided', 'notice-issued', 'objection-received', 'objection-determined', 'penalty-reduced',
    ])
    assert.equal((await verifyChain(db, 'centre')).broken, undefined)
  })

  async function acceptCompliance(): Promise<void> {
    const owner = (await personsOfCase(db, caseId)).find(({ id }) => id === ownerId)
    assert.ok(owner)
    const complied = { found: true, evidence: 'Instructions and checklists sent with the objection', reasons: 'Kept at each stop and signed.' }
    const correction = { identity: owner.identity, facts: { ...owner.facts, complied }, reasons: 'Accepted on the objection.' }
    eventsOf(await correctPersonOf(db, ownerId, correction, by(secondSenior, '2023-04-20')))
  }

  async function amounts(which: 'codeFigurePence' | 'amountPence'): Promise<readonly (number | null)[]> {
    const penalties = await penaltiesOfCase(db, caseId)
    return penalties.map((penalty) => (which === 'amountPence' ? penalty.amountPence : penalty.proposal.codeFigurePence))
  }

  async function ownersPenalty() {
    const owner = (await penaltiesOfCase(db, caseId)).find(({ personId }) => personId === ownerId)
    assert.ok(owner)
    const penalty = await readPenalty(db, owner.id)
    assert.ok(penalty)
    return penalty
  }

  async function theCase() {
    const found = await readCase(db, caseId)
    assert.ok(found)
    return found
  }
})

function by({ officerId, name }: { readonly officerId: string; readonly name: string }, on: string): By {
  return { officerId, name, role: officerId === caseworker.officerId ? 'caseworker' : 'senior-officer', site: 'centre', at: instant(`${on}T10:00:00Z`), reason: 'Working on this case' }
}
