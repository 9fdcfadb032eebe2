import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, test } from 'node:test'
import { contexts } from '../../architecture/contexts.ts'
import { filesBelow, linesOf } from './source-files.ts'

const rooms = ['border', 'casework', 'oversight', 'public']
const source = filesBelow('src', '.ts')
const written = source.filter((path) => !path.endsWith('.test.ts'))

describe('the house', () => {
  test('has a row in the table for every context, and a context for every row', () => {
    const found = rooms.flatMap((room) => (existsSync(`src/${room}`) ? readdirSync(`src/${room}`).map((context) => `${room}/${context}`) : []))
    assert.deepEqual(found.sort(), Object.keys(contexts).sort())
  })

  test('has a door and wiring in every context', () => {
    const missing = Object.keys(contexts).flatMap((context) => ['door.ts', 'wire.ts'].map((file) => `src/${context}/${file}`)).filter((path) => !existsSync(path))
    assert.deepEqual(missing, [])
  })

  test('lets rooms only look back', () => {
    const order = (context: string): number => rooms.indexOf(context.split('/')[0] ?? '')
    const forward = Object.entries(contexts).flatMap(([context, doors]) => doors.filter((door) => order(door) > order(context)).map((door) => `${context} -> ${door}`))
    assert.deepEqual(forward, [])
  })

  test('keeps SQL in stores: no page, API or command builds a query', () => {
    const speaking = written.filter((path) => /\.(page|api|cli)\.ts$/.test(path) && /\b(selectFrom|insertInto|updateTable|deleteFrom|sql`)/.test(readFileSync(path, 'utf8')))
    assert.deepEqual(speaking, [])
  })

  test('lets a store write only to its own context\'s schema', () => {
    const trespass = written.filter((path) => path.endsWith('.store.ts') && rooms.includes(path.split('/')[1] ?? '')).flatMap((path) => {
      const own = path.split('/')[2]
      const text = readFileSync(path, 'utf8')
      const writes = [...text.matchAll(/(?:insertInto|updateTable|deleteFrom)\('([a-z_]+)\.[a-z_]+'/g)].map(([, schema]) => schema)
      return writes.filter((schema) => schemaOwner(schema ?? '') !== own).map((schema) => `${path} writes ${schema}`)
    })
    assert.deepEqual(trespass, [])
  })
})

/** A context owns the schema of its own name; penalties also keeps the ledger and the notices apart from its cases. */
function schemaOwner(schema: string): string {
  const others: Readonly<Record<string, string>> = { ledger: 'penalties', notice: 'penalties' }
  return others[schema] ?? schema
}

describe('files', () => {
  test('are named for what they hold, in lower case and hyphens', () => {
    const banned = /(^|-)(util|utils|helper|helpers|common|manager|service|handler|misc|data|info)(-|\.)/
    assert.deepEqual(source.filter((path) => banned.test(basename(path)) || /[A-Z_]/.test(basename(path))), [])
  })

  test('stay short: none over 300 lines, half under 60', () => {
    const statute = (path: string): boolean => path.startsWith('src/law/instruments/')
    const sizes = written.filter((path) => !statute(path)).map((path) => ({ path, lines: linesOf(path) }))
    assert.deepEqual(sizes.filter(({ lines }) => lines > 300), [])
    const median = sizes.map(({ lines }) => lines).sort((one, other) => one - other)[Math.floor(sizes.length / 2)] ?? 0
    assert.ok(median < 60, `the median file has ${median} lines`)
  })

  test('name no address of a package registry and no path of a particular machine', () => {
    const tracked = [...source, ...filesBelow('docs', '.md'), ...filesBelow('test', '.ts'), 'README.md', 'package.json', 'package-lock.json'].filter(existsSync)
    const stray = tracked.filter((path) => /registry\.npm|deb\.debian|(^|[^A-Za-z.:/])\/(home|root|work)\//.test(readFileSync(path, 'utf8')))
    assert.deepEqual(stray.filter((path) => path !== 'test/architecture/house.test.ts'), [])
  })
})
