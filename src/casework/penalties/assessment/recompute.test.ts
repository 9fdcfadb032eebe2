import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { assess, type AssessmentInput } from '#law'
import { aProposedCase, penaltyFor } from '#test/a-proposed-case'
import { aSite } from '#test/site'
import { day, pence } from '#values'
import type { Snapshot } from '../penalty/penalty.ts'
import { penalties } from '../wire.ts'
import { goOnRecomputing, latestRecomputation, wantRecomputation } from './recomputation.store.ts'
import { recomputeAll } from './recompute-all.store.ts'
import { recompute } from './recompute.ts'

const input: AssessmentInput = {
  incident: { occurredOn: day('2023-02-23'), place: 'calais', transporter: 'goods-vehicle', section: '32', entrants: 8 },
  persons: [{ id: 'driver', capacity: 'driver' }, { id: 'owner', capacity: 'owner', businessSize: 'medium' }],
}
/** An answer as it comes back from where it was stored. */
const stored = (): Snapshot => JSON.parse(JSON.stringify({ input, answer: assess(input) })) as Snapshot

describe('an old decision asked again', () => {
  test('gives the stored result', () => assert.deepEqual(recompute(stored()), []))

  test('names the exact rule that differs, for the person it differs for', () => {
    const before = stored()
    const persons = before.answer.persons.map((person) => (person.capacity !== 'owner' ? person : {
      ...person, steps: person.steps.map((step) => (step.rule === 'means' ? { ...step, applied: false, amountPence: pence(4_800_000) } : step)),
    }))
    const differences = recompute({ ...before, answer: { ...before.answer, persons } })
    assert.equal(differences.length, 1)
    assert.partialDeepStrictEqual(differences, [{ personId: 'owner', capacity: 'owner', rule: 'means' }])
    assert.match(differences[0]?.cite ?? '', /means of businesses/)
  })

  test('is not said to differ when only the wording of a sentence changed', () => {
    const before = stored()
    const persons = before.answer.persons.map((person) => ({ ...person, steps: person.steps.map((step) => ({ ...step, text: `${step.text} (older wording)` })) }))
    assert.deepEqual(recompute({ ...before, answer: { ...before.answer, persons } }), [])
  })

  test('names a rule that was not asked then', () => {
    const before = stored()
    const persons = before.answer.persons.map((person) => ({ ...person, steps: person.steps.filter(({ rule }) => rule !== 'DSC-2') }))
    assert.deepEqual(recompute({ ...before, answer: { ...before.answer, persons } }).map(({ rule }) => rule), ['DSC-2', 'DSC-2'])
  })
})

describe('every stored decision asked again', async () => {
  const { db, ...site } = await aSite({ wirings: [penalties], site: 'centre', now: '2024-03-20T10:00:00Z' })
  const owner = await penaltyFor(db, await aProposedCase(db), 'owner')

  test('says how many were asked, and that none differs', async () => assert.deepEqual(await recomputeAll(db), { asked: 2, differing: [] }))

  test('finds the one whose stored amount the law would not give', async () => {
    await sql`update penalties.penalty set proposal = jsonb_set(proposal, '{snapshot,answer,persons,0,steps,0,applied}', 'false') where id = ${owner}`.execute(db)
    const { differing } = await recomputeAll(db)
    assert.deepEqual(differing.map(({ penaltyId, answer, differences }) => [penaltyId, answer, differences.length]), [[owner, 'proposal', 1]])
  })

  test('is wanted from a page once at a time, goes on by itself and names the rule', async () => {
    const senior = site.signedInAs('senior-officer')
    assert.equal((await senior.post('/cases/recomputed')).statusCode, 303)
    await wantRecomputation(db, site.by('senior-officer'))
    while ((await latestRecomputation(db))?.doneAt === null) await goOnRecomputing(db, site.clock.now())
    assert.partialDeepStrictEqual(await latestRecomputation(db), { asked: 2, differingCount: 1, wantedBy: { officerId: 'test-senior-officer' }, doneAt: site.clock.now() })
    assert.match((await senior.get('/cases/recomputed')).body, /1 differ[\s\S]*<td>driver, proposal<\/td>/)
    assert.equal((await site.signedInAs('caseworker').get('/cases/recomputed')).statusCode, 403)
  })
})
