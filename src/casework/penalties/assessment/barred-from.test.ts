import assert from 'node:assert/strict'
import { test } from 'node:test'
import { barredFrom } from './barred-from.ts'

const decided = { section: '32', stage: 'decided', partyId: 'owner-driver' } as const

test('a penalty bars its party from the other section in every capacity, and from nothing under its own', () => {
  assert.deepEqual(barredFrom('31A', [decided]), ['owner-driver'])
  assert.deepEqual(barredFrom('32', [decided]), [])
})

test('a penalty that is only proposed, or came to nothing, bars nobody', () => {
  for (const stage of ['proposed', 'withdrawn', 'none', 'cancelled'] as const) assert.deepEqual(barredFrom('31A', [{ ...decided, stage }]), [])
})
