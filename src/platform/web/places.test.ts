import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { grant, right } from '#platform/identity'
import { placesOf } from './places.ts'
import type { NavItem } from './wiring.ts'

const read = right('place.read', grant('auditor'))
const at = (href: string): NavItem => ({ href, en: href.slice(1), fr: `${href.slice(1)}-fr`, right: read })
const money = { en: 'Money', fr: 'Argent', holds: ['/ledger', '/ledger/recovery', '/refunds'], also: ['/payments'] }
const places = (hrefs: readonly string[], path: string) => placesOf(hrefs.map(at), [money], { path, say: (en) => en })
const words = (shown: readonly { text: string; current: boolean }[]) => shown.map(({ text, current }) => (current ? `[${text}]` : text))

describe('places', () => {
  test('of one section are one place in the row, where the first of them would be', () => {
    const { main, within } = places(['/cases', '/ledger', '/law', '/refunds', '/ledger/recovery'], '/cases/7')
    assert.deepEqual([words(main), within], [['[cases]', 'Money', 'law'], []])
  })
  test('of the section somebody is in stand below it, in the section’s own order', () => {
    const { main, within } = places(['/cases', '/refunds', '/ledger/recovery', '/ledger'], '/ledger/recovery/old')
    assert.deepEqual([words(main), words(within)], [['cases', '[Money]'], ['ledger', '[ledger/recovery]', 'refunds']])
    assert.equal(main[1]?.href, '/ledger')
  })
  test('are called by their own name where only one of a section may be opened', () => {
    const { main, within } = places(['/cases', '/refunds'], '/refunds')
    assert.deepEqual([words(main), within], [['cases', '[refunds]'], []])
  })
  test('are those of a section also at an address that is none of its places', () => {
    const { main, within } = places(['/cases', '/ledger', '/refunds'], '/payments/7')
    assert.deepEqual([words(main), words(within)], [['cases', '[Money]'], ['ledger', 'refunds']])
  })
  test('are none where nobody is in any of them', () => {
    assert.deepEqual(words(places(['/cases', '/ledger', '/refunds'], '/shortcuts').main), ['cases', 'Money'])
  })
})
