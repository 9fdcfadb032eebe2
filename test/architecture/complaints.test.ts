import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'

interface Row {
  readonly complaint: string
  readonly covered: string
}

const rows: readonly Row[] = readFileSync('docs/complaints.md', 'utf8').split('\n').flatMap((line) => {
  const [, complaint, covered] = /^\| (C\d+) \|.*\| (.*) \|$/.exec(line) ?? []
  return complaint === undefined || covered === undefined ? [] : [{ complaint, covered }]
})

/** A test begins with its name, so the name stands after the word `test` and a quote. */
function holdsTest(path: string, name: string): boolean {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  return ["'", '`', '"'].some((quote) => text.includes(`test(${quote}${name}${quote}`))
}

describe('docs/complaints.md', () => {
  test('has each complaint from C1 to C28 once and in order', () => {
    assert.deepEqual(rows.map(({ complaint }) => complaint), Array.from({ length: 28 }, (_, at) => `C${at + 1}`))
  })

  for (const { complaint, covered } of rows) {
    test(`${complaint} names a test that is there, or says that there is none yet`, () => {
      if (/^Not yet: \w/.test(covered)) return
      const [, path, name] = /^\[[^\]]+\]\(\.\.\/([^)]+)\) `(.+)`$/.exec(covered) ?? []
      assert.ok(path !== undefined && name !== undefined && holdsTest(path, name), `${complaint}: no such test: ${covered}`)
    })
  }
})
