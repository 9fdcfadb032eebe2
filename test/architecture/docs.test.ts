import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, normalize } from 'node:path'
import { describe, test } from 'node:test'
import { filesBelow } from './source-files.ts'

const pages = ['README.md', ...filesBelow('docs', '.md'), ...filesBelow('src', '.md')]

/** Local links of a page, as paths from the repository's root. */
function linkedFrom(page: string): readonly string[] {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)(#[^)]*)?\)/g)].map(([, target]) => target ?? '')
  return links.map((target) => normalize(`${dirname(page)}/${target}`))
}

describe('the documentation', () => {
  for (const page of pages) {
    test(`${page} links only to files that are there`, () => {
      assert.deepEqual(linkedFrom(page).filter((path) => !existsSync(path)), [])
    })
  }

  test('the tour follows the lorry through at least thirty files', () => {
    assert.ok(new Set(linkedFrom('docs/tour.md')).size >= 30)
  })

  test('docs/dependencies.md says why each package is here', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>>
    const told = readFileSync('docs/dependencies.md', 'utf8')
    assert.deepEqual(Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !told.includes(`\`${name}\``)), [])
  })
})
