import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { hoursAfter, instant } from '#values'
import { formerKeyDays } from '../limits.ts'
import { evolvePartner, followKey, keysOf, registerPartner, type Partner, type PartnerEvent } from './partner.ts'

const toldAt = instant('2026-03-10T09:00:00Z')
const later = (days: number) => hoursAfter(24 * days, toldAt)

/** What has become of a partner by these decisions. */
function after(...decisions: readonly ReturnType<typeof followKey>[]): Partner | undefined {
  const registered = registerPartner(undefined, { id: 'kent', name: 'Kent', agency: 'Kent Police', ring: 'uk', registeredBy: 'owner' })
  const events = [registered, ...decisions].flatMap((decision): readonly PartnerEvent[] => ('events' in decision ? decision.events : []))
  return events.reduce<Partner | undefined>(evolvePartner, undefined)
}

describe('the keys of a partner', () => {
  const followed = after(followKey(after(), { publicKey: 'second', after: 'first', toldAt }))
  assert.ok(followed)

  test('are the one two people agreed to while it has said nothing else', () => {
    assert.deepEqual(keysOf({ successors: [] }, 'first', toldAt), ['first'])
  })
  test('are for sixty days the one that follows and the one before, and then the one that follows alone', () => {
    assert.deepEqual(keysOf(followed, 'first', later(formerKeyDays - 1)), ['second', 'first'])
    assert.deepEqual(keysOf(followed, 'first', later(formerKeyDays)), ['second'])
  })
  test('are a new one alone once two people have agreed to that: what followed the old one follows it no more', () => {
    assert.deepEqual(keysOf(followed, 'another', later(1)), ['another'])
  })
  test('follow one another, one by one', () => {
    const thrice = after(followKey(after(), { publicKey: 'second', after: 'first', toldAt }), followKey(followed, { publicKey: 'third', after: 'second', toldAt: later(300) }))
    assert.deepEqual(keysOf(thrice ?? followed, 'first', later(301)), ['third', 'second'])
  })
  test('have one successor each: the same again changes nothing, another one is refused', () => {
    assert.deepEqual(followKey(followed, { publicKey: 'second', after: 'first', toldAt: later(1) }), { events: [] })
    assert.deepEqual(followKey(followed, { publicKey: 'a thief’s', after: 'first', toldAt: later(1) }), { refused: 'key-followed-already' })
  })
})
