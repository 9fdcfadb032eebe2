import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { day } from '#values'
import { loadsAfter, nextFor, shareOut, type Hand, type Unshared } from './share-out.ts'

const unshared = (reference: string, change: Partial<Unshared> = {}): Unshared => ({ caseId: reference, reference, weight: 1, languages: ['en'], lastDay: day('2026-05-01'), firstOn: null, ...change })
const hand = (id: string, change: Partial<Hand> = {}): Hand => ({ id, name: id, languages: ['en'], sharePercent: 100, weight: 0, ...change })
const given = (plan: ReturnType<typeof shareOut>) => Object.fromEntries(plan.map((share) => [share.case.reference, share.to.id]))

describe('sharing out', () => {
  test('gives each case to whoever has least for the hours they work', () => {
    const plan = shareOut([unshared('A'), unshared('B'), unshared('C')], [hand('full'), hand('half', { sharePercent: 50 })])
    assert.deepEqual(given(plan), { A: 'full', B: 'full', C: 'half' })
  })
  test('begins with what is put before others, then with what is due soonest', () => {
    const cases = [unshared('A', { lastDay: day('2026-04-01') }), unshared('B', { firstOn: day('2026-06-01') }), unshared('C', { firstOn: day('2026-05-20'), lastDay: null })]
    assert.deepEqual(shareOut(cases, [hand('one')]).map((share) => share.case.reference), ['C', 'B', 'A'])
    assert.equal(nextFor(hand('one'), cases)?.reference, 'C')
  })
  test('puts the language of the letters before the load', () => {
    const plan = shareOut([unshared('A', { languages: ['en', 'pl'] })], [hand('idle'), hand('busy', { languages: ['en', 'pl'], weight: 40 })])
    assert.deepEqual([given(plan), plan[0]?.lacking], [{ A: 'busy' }, []])
  })
  test('says which language nobody here has, and gives the case all the same', () => {
    assert.deepEqual(shareOut([unshared('A', { languages: ['en', 'bg'] })], [hand('one')])[0]?.lacking, ['bg'])
  })
  test('leaves nothing to those who are not here, and nothing at all when nobody is', () => {
    assert.deepEqual(shareOut([unshared('A')], []), [])
  })
  test('never makes the heaviest load heavier while a lighter one could take the case', () => {
    const cases = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 9 }) }), { maxLength: 30 }).map((each) => each.map(({ weight }, place) => unshared(String(place).padStart(3, '0'), { weight })))
    const hands = fc.integer({ min: 1, max: 6 }).map((count) => Array.from({ length: count }, (_, place) => hand(`h${place}`)))
    fc.assert(fc.property(cases, hands, (some, people) => {
      const loads = loadsAfter(people, shareOut(some, people)).map(({ weightAfter }) => weightAfter)
      const heaviest = Math.max(0, ...some.map(({ weight }) => weight))
      assert.ok(Math.max(...loads) - Math.min(...loads) <= heaviest)
      assert.equal(loads.reduce((sum, load) => sum + load, 0), some.reduce((sum, { weight }) => sum + weight, 0))
    }))
  })
})

test('the next case is the soonest of those whose languages one has', () => {
  const cases = [unshared('A', { languages: ['en', 'ro'], lastDay: day('2026-04-01') }), unshared('B', { lastDay: null }), unshared('C')]
  assert.equal(nextFor(hand('x'), cases)?.reference, 'C')
  assert.equal(nextFor(hand('x', { languages: ['en', 'ro'] }), cases)?.reference, 'A')
  assert.equal(nextFor(hand('x'), []), undefined)
})
