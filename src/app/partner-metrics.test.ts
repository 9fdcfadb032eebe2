import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aReleaseWorld } from '#test/released'
import { siteMetrics } from './site-metrics.ts'

test('Prometheus reads at the centre what waits for each partner, and which alarms stand', async () => {
  const { db, partnerId, agree, list, partner, settle } = await aReleaseWorld()
  await agree({ kinds: ['entry'] })
  partner.behave('away')
  await list('AA11AAA')
  await settle()
  const text = await siteMetrics(db, 'centre').read()
  assert.match(text, new RegExp(`^juxta_release_waiting\\{partner="${partnerId}",site="centre"\\} [1-9]`, 'm'))
  assert.match(text, new RegExp(`^juxta_release_alarms\\{partner="${partnerId}",alarm="canary-arrived",site="centre"\\} 0`, 'm'))
  assert.doesNotMatch(await siteMetrics(db, 'calais').read(), /juxta_release/)
})
