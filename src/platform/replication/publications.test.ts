import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Site } from '#values'
import { publicationsBetween } from './publications.ts'
import type { ReplicatedTable } from './replicated-table.ts'

const tables: readonly ReplicatedTable[] = [
  { table: 'arrivals.hit', ownedBy: 'port', seenByOtherPorts: true, stream: 'alerts' },
  { table: 'history.entry', ownedBy: 'port', seenByOtherPorts: false, stream: 'rest' },
  { table: 'watchlists.entry', ownedBy: 'centre', seenByOtherPorts: true, stream: 'alerts' },
]

function filterOf(table: string, from: Site, to: Site): string | undefined {
  return publicationsBetween(from, to, tables).flatMap((publication) => publication.tables).find((sent) => sent.table === table)?.filter
}

function isSent(table: string, from: Site, to: Site): boolean {
  return publicationsBetween(from, to, tables).some((publication) => publication.tables.some((sent) => sent.table === table))
}

describe('what one site sends to another', () => {
  test('a port sends only what it wrote itself', () => {
    assert.equal(filterOf('arrivals.hit', 'calais', 'centre'), "site = 'calais'")
  })

  test('the centre sends a port what others wrote, and never its own rows back', () => {
    assert.equal(filterOf('arrivals.hit', 'centre', 'calais'), "site <> 'calais'")
  })

  test('lists go from the centre to every port, and never the other way', () => {
    assert.equal(isSent('watchlists.entry', 'centre', 'dunkerque'), true)
    assert.equal(isSent('watchlists.entry', 'dunkerque', 'centre'), false)
  })

  test('history goes to the centre and no further', () => {
    assert.equal(isSent('history.entry', 'calais', 'centre'), true)
    assert.equal(isSent('history.entry', 'centre', 'calais'), false)
  })

  test('two ports never send to each other', () => {
    assert.deepEqual(publicationsBetween('calais', 'coquelles', tables), [])
  })

  test('alerts and lists share no stream with anything else', () => {
    const alerts = publicationsBetween('calais', 'centre', tables).find(({ stream }) => stream === 'alerts')
    assert.deepEqual(alerts?.tables.map(({ table }) => table), ['platform.heartbeat', 'platform.proof_touch', 'platform.proof_page', 'arrivals.hit'])
  })
})
