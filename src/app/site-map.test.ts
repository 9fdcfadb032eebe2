import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { allowedTargets } from '#platform/outgoing'
import { arrivals } from '../border/arrivals/wire.ts'
import { coordination, engagementWithVictims } from '../border/coordination/wire.ts'
import { release } from '../border/release/wire.ts'
import { watchlists } from '../border/watchlists/wire.ts'
import { penalties } from '../casework/penalties/wire.ts'
import { calculator } from '../public/calculator/wire.ts'
import { statuteBook } from '../public/statute-book/wire.ts'
import { siteMap } from './site-map.ts'

const places = [arrivals, coordination, engagementWithVictims, release(allowedTargets('')), watchlists, penalties, calculator, statuteBook].flatMap(({ nav = [] }) => nav.map(({ href }) => href))
const held = (siteMap.sections ?? []).flatMap(({ holds }) => holds)

describe('the site map', () => {
  test('holds only places that a context has', () => assert.deepEqual(held.filter((href) => !places.includes(href)), []))
  test('holds each of them once', () => assert.equal(new Set(held).size, held.length))
})
