import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aSite } from '#test/site'
import { siteMetrics } from '../../app/site-metrics.ts'
import { healthFeed, type ReadyCheck } from './health.ts'

describe('a process asked for its health', async () => {
  let fault: string | undefined
  const checks: readonly ReadyCheck[] = [
    { name: 'database', fault: async () => undefined },
    { name: 'intake', fault: async () => fault },
    { name: 'lists', fault: async () => { if (fault !== undefined) throw new Error('unreadable') ; return undefined } },
  ]
  const site = await aSite({ wirings: ({ db }) => Promise.resolve([{ feeds: [healthFeed(checks, siteMetrics(db, 'calais'))] }]) })

  test('says that it is alive, whatever else is wrong', async () => {
    fault = 'the disk is full'
    assert.equal((await site.visitor.get('/healthz')).statusCode, 200)
  })

  test('is ready only when every check holds, and says which does not', async () => {
    fault = undefined
    assert.equal((await site.visitor.get('/readyz')).statusCode, 200)
    fault = 'the disk is full'
    const answer = await site.visitor.get('/readyz')
    assert.equal(answer.statusCode, 503)
    assert.deepEqual(answer.json(), { ready: false, checks: [{ name: 'database', ok: true }, { name: 'intake', ok: false, fault: 'the disk is full' }, { name: 'lists', ok: false, fault: 'Error: unreadable' }], alarms: [] })
  })

  test('tells Prometheus how its links stand and what waits', async () => {
    const { body } = await site.visitor.get('/metrics')
    assert.match(body, /^juxta_link_joined\{peer="centre",site="calais"\} 0$/m)
    assert.match(body, /^juxta_reactions_pending\{site="calais"\} 0$/m)
  })
})
