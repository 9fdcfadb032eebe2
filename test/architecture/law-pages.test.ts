import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { lawPages, written } from '../support/law-pages.ts'
import { filesBelow } from './source-files.ts'

describe('docs/law', () => {
  const pages = lawPages()

  test('has a page for every provision and no other: npm run law writes them anew', () => {
    assert.deepEqual(filesBelow('docs/law', '.md').filter((path) => readFileSync(path, 'utf8').startsWith(written)), [...pages.keys()].sort())
  })

  test('says what the law in the code says', () => {
    assert.deepEqual([...pages].filter(([path, text]) => readFileSync(path, 'utf8') !== text).map(([path]) => path), [])
  })

  test('names a question and a test for every provision', () => {
    const without = [...pages].filter(([path, text]) => /Nothing yet\./.test(text) && path !== 'docs/law/README.md').map(([path]) => path)
    assert.deepEqual(without, [])
  })
})
