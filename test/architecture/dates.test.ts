import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { describe, test } from 'node:test'
import { day, daysAfter } from '#values'

const server = (await Array.fromAsync(glob('src/**/*.ts'))).filter((path) => !/\.(browser|test)\.ts$/.test(path))

describe('a day', () => {
  test('is text that no code can change: what is reckoned from it is another day', () => {
    const issuedOn = day('2026-03-02')
    assert.equal(daysAfter(28, issuedOn), '2026-03-30')
    assert.equal(issuedOn, '2026-03-02')
    assert.ok(Object.isFrozen(issuedOn))
    assert.deepEqual(server.filter((path) => /\bnew Date\b|\.set(UTC)?(Date|Month|FullYear|Hours)\(/.test(readFileSync(path, 'utf8'))), [], 'nowhere is a date made that could be changed')
  })
})
