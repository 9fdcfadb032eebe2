import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readJson } from './json.ts'
import { Unintelligible } from './unintelligible.ts'

const json = (text: string) => readJson(Buffer.from(text))
const refusedAs = (reason: string) => (error: unknown) => error instanceof Unintelligible && error.reason === reason

describe('JSON from outside', () => {
  test('is read when it is plain', () => {
    assert.deepEqual(json('{"plate": ["ab12cde", 0.9, null]}'), { plate: ['ab12cde', 0.9, null] })
  })
  test('is refused when it is deep enough to exhaust a stack', () => {
    assert.throws(() => json('['.repeat(1000) + ']'.repeat(1000)), refusedAs('too-deep'))
  })
  test('is refused when a key would reach a prototype, a number is infinite or a byte is not UTF-8', () => {
    assert.throws(() => json('{"a": {"__proto__": 1}}'), refusedAs('broken-json'))
    assert.throws(() => json('[1e400]'), refusedAs('broken-json'))
    assert.throws(() => readJson(Buffer.from([0x22, 0xff, 0x22])), refusedAs('not-utf-8'))
  })
  test('is refused when it is cut off', () => {
    assert.throws(() => json('{"plate": "ab'), refusedAs('broken-json'))
  })
})
