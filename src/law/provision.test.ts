import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { describe, test } from 'node:test'
import { day, daysAfter } from '#values'
import { everyProvision } from './instruments/every-provision.ts'
import { say } from './words.ts'
import { formOn, inForce, NotInForce, type Provision } from './provision.ts'

const firstDay = day('2000-01-01')
const lastDay = day('2030-12-31')
const everyDay = daysFrom(firstDay)

function daysFrom(start: ReturnType<typeof day>): readonly ReturnType<typeof day>[] {
  const days = [start]
  for (let next = daysAfter(1, start); next <= lastDay; next = daysAfter(1, next)) days.push(next)
  return days
}

function daysWithoutExactlyOneForm(provision: Provision<unknown>): readonly string[] {
  return everyDay.filter((on) => {
    try {
      formOn(provision, on)
      return false
    } catch (error) {
      assert.ok(error instanceof NotInForce)
      return true
    }
  })
}

describe('every provision, on every day from 2000 to 2030', () => {
  for (const provision of everyProvision) {
    test(`${provision.cite} has exactly one form`, () => assert.deepEqual(daysWithoutExactlyOneForm(provision), []))
  }

  test('all instruments are held to it', () => {
    const files = readdirSync(new URL('./instruments', import.meta.url)).filter((file) => file !== 'every-provision.ts')
    assert.equal(files.length, 15)
    assert.ok(everyProvision.length > 100, `only ${everyProvision.length} provisions were found`)
  })

  test('each says where it can be read and who made each form', () => {
    for (const { cite, url, forms } of everyProvision) {
      assert.match(url, /^https:\/\//, cite)
      assert.ok(forms.every(({ madeBy }) => madeBy.length > 0), cite)
    }
  })
})

describe('the check itself', () => {
  const provision = (...spans: readonly (readonly [string, string?])[]): Provision<number> => ({
    cite: 'A provision with a fault',
    url: 'https://example.org',
    standing: 'read',
    says: say('For the test', 'Pour l’essai'),
    forms: spans.map(([from, to]) => ({ from: day(from), ...(to !== undefined && { to: day(to) }), madeBy: 'this test', rule: 1 })),
  })

  test('finds a day that no form covers', () => {
    assert.deepEqual(daysWithoutExactlyOneForm(provision(['2000-01-01', '2023-02-11'], ['2023-02-13'])), ['2023-02-12'])
  })

  test('finds a day that two forms cover', () => {
    assert.deepEqual(daysWithoutExactlyOneForm(provision(['2000-01-01', '2023-02-13'], ['2023-02-13'])), ['2023-02-13'])
  })

  test('a provision that was not in force never answers', () => {
    const repealed: Provision<number> = { ...provision(), forms: [{ from: firstDay, madeBy: 'this test', rule: null }] }
    assert.throws(() => inForce(repealed, firstDay), NotInForce)
  })
})
