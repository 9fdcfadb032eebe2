import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Contender } from './contender.ts'
import { everyPlate } from './every-plate.ts'
import { juxtaIndex } from './juxta-index.ts'
import { postgresDeletions } from './postgres-deletions.ts'
import { sqliteTrigram } from './sqlite-trigram.ts'
import { symSpell } from './symspell.ts'
import { comparison } from './table.ts'
import { workload } from './workload.ts'

const plates = 3_000
const work = workload(plates, 600)

async function answersOf(contender: Contender) {
  const built = await contender.build(work.listed)
  try {
    const answers = await built.answers?.(work.compared)
    const counted = await built.find(work.compared)
    assert.equal(counted, answers?.flat().length)
    assert.equal(await built.addAndFind(work.late[0] ?? ''), true)
    return answers
  } finally {
    await built.close()
  }
}

const everything = await answersOf(everyPlate)

describe('every contender finds what brute force finds', () => {
  test('of which there is something to find', () => assert.ok((everything ?? []).flat().length > work.compared.length / 3))
  for (const contender of [juxtaIndex, symSpell, postgresDeletions]) {
    test(contender.name, async () => {
      const { missed, wrong } = comparison(await answersOf(contender), everything) ?? {}
      assert.deepEqual({ missed, wrong }, { missed: 0, wrong: 0 })
    })
  }
  test('or, with trigrams, all but plates too short to have a half of three characters', async () => {
    const found = await answersOf(sqliteTrigram)
    const lost = work.compared.filter((_, at) => everything?.[at]?.some((plate) => !found?.[at]?.includes(plate)))
    assert.deepEqual(lost.filter((read) => read.length >= 6), [])
  })
})

test('what is missed and what is wrong are counted', () => {
  assert.deepEqual(comparison([['A', 'B'], []], [['A', 'C'], ['D']]), { right: 1, missed: 2, wrong: 1 })
  // One of the two was too slow to answer all.
  assert.deepEqual(comparison([['A'], ['B']], [['A']]), { right: 1, missed: 0, wrong: 0 })
  assert.deepEqual(comparison([['A']], [['A'], ['B']]), { right: 1, missed: 0, wrong: 0 })
})
