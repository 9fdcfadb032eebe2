import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { CannotStart } from './cannot-start.ts'
import { readSiteConfig } from './site-config.ts'

describe('the settings of a site', () => {
  test('name the addresses that stay fixed', () => {
    assert.equal(readSiteConfig('centre', {}).port, 4600)
    assert.equal(readSiteConfig('centre', {}).publicPort, 4601)
    assert.deepEqual((['calais', 'coquelles', 'dunkerque'] as const).map((site) => readSiteConfig(site, {}).port), [4611, 4612, 4613])
  })

  test('tell the public door’s address apart from the staff door’s', () => {
    const { publicUrl, publicDoorUrl } = readSiteConfig('centre', { JUXTA_URL: 'https://staff.example', JUXTA_PUBLIC_URL: 'https://drivers.example' })
    assert.deepEqual([publicUrl, publicDoorUrl], ['https://staff.example', 'https://drivers.example'])
    assert.equal(readSiteConfig('centre', { JUXTA_PUBLIC_PORT: '5001' }).publicDoorUrl, 'http://localhost:5001')
  })

  test('know a server only when one is given', () => {
    assert.equal(readSiteConfig('calais', { DATABASE_URL: '' }).databaseUrl, undefined)
    assert.equal(readSiteConfig('calais', { DATABASE_URL: 'postgresql://db/juxta' }).databaseUrl, 'postgresql://db/juxta')
  })

  test('name each peer by its site', () => {
    assert.deepEqual(readSiteConfig('calais', { JUXTA_PEER_CENTRE: 'postgresql://centre/juxta' }).peers, { centre: 'postgresql://centre/juxta' })
  })

  test('are refused in a sentence when they make no sense', () => {
    const mistakes = [{ JUXTA_MODE: 'test' }, { JUXTA_PORT: '70000' }, { JUXTA_PORT: 'x' }, { JUXTA_REPLICATION_PORT: '5433' }]
    for (const env of mistakes) assert.throws(() => readSiteConfig('calais', env), CannotStart)
  })
})
