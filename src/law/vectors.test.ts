import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'

/** The worked answers that the law is held to, by the names they have in the dossier it was written from. */
const vectors: Readonly<Record<string, readonly string[]>> = {
  amounts: ['V01', 'V02', 'V03', 'V05', 'V08', 'V09', 'V10', 'V12', 'V13', 'V15', 'V17a', 'V17b', 'V18', 'V20', 'V21', 'V22', 'V23', 'V24', 'V26', 'V30', 'V31', 'V32', 'V34', 'V35', 'V37', 'V39'],
  exposure: ['J01', 'J02', 'J05'],
  liability: ['L01', 'L02', 'L03', 'L05', 'L06', 'L07', 'L08', 'L09', 'L10', 'L11', 'L12', 'L14', 'L16'],
  dates: ['T01', 'T02', 'T03', 'T04', 'T06', 'T08', 'T09'],
}

const folder = new URL('./questions/', import.meta.url)
const sources = readdirSync(folder).filter((file) => file.endsWith('.test.ts')).map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n')

/** A test of its own by that name, or a row of the table whose rows are tests by their ids. */
const isTried = (id: string): boolean => new RegExp(`test\\('${id}: |\\{ id: '${id}', facts: |id: '${id}', facts: `).test(sources)

describe('every worked answer has a test by its name', () => {
  for (const [about, ids] of Object.entries(vectors)) {
    test(`of ${about}: ${ids.length}`, () => assert.deepEqual(ids.filter((id) => !isTried(id)), []))
  }
  test('and the rows of the table are tests by their ids', () => assert.match(sources, /for \(const vector of vectors\) \{\s+test\(`\$\{vector\.id\}: /))
  test('a name that is nowhere would be found missing', () => assert.equal(isTried('V99'), false))
})
