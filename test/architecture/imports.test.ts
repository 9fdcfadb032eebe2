import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { forbidden, options } from '../../architecture/import-rules.ts'
import { filesBelow } from './source-files.ts'

function isSeen(path: string, modules: readonly { readonly source: string }[]): boolean {
  const pattern = new RegExp(path)
  return modules.some(({ source }) => pattern.test(source))
}

describe('imports', () => {
  const cruised = cruise(['src'], { ...options, ruleSet: { forbidden }, validate: true }, {}, { tsConfig: extractTsConfig('tsconfig.json') })

  test('break no wall of the house', async () => {
    const { summary } = (await cruised).output as ICruiseResult
    assert.deepEqual(summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`), [])
  })

  // With a TypeScript it cannot use, the cruiser reads nothing and reports no fault.
  test('were read in every file there is', async () => {
    const { modules } = (await cruised).output as ICruiseResult
    const seen = new Set(modules.map(({ source }) => source))
    assert.deepEqual(filesBelow('src', '.ts').filter((path) => !seen.has(path)), [])
  })

  test('are guarded by rules that each see a file', async () => {
    const { modules } = (await cruised).output as ICruiseResult
    const blind = forbidden.filter(({ from }) => typeof from.path === 'string' && !isSeen(from.path, modules))
    assert.deepEqual(blind.map(({ name }) => name), [])
  })
})
