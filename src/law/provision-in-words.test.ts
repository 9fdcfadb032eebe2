import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { figureWords } from './figure-words.ts'
import { everyProvision } from './instruments/every-provision.ts'
import { ruleLines, slugOf } from './provision-in-words.ts'

/** Names of fields, and values that are names, in a rule. Requirements speak for themselves. */
function namesIn(rule: unknown): readonly string[] {
  if (typeof rule === 'string') return [rule]
  if (Array.isArray(rule)) return rule.flatMap(namesIn)
  if (typeof rule !== 'object' || rule === null || 'words' in rule) return []
  return Object.entries(rule).flatMap(([name, value]: [string, unknown]) => (value === true || isListOfRequirements(value) ? [] : [name, ...namesIn(value)]))
}

const isListOfRequirements = (value: unknown): boolean => Array.isArray(value) && value.some((each: unknown) => typeof each === 'object')

/** Places and citations are the same in both languages, and the routes are letters. */
const sameInBoth = /^(coquelles|calais|dunkerque|dunkirk|boulogne|S\.I\. .*|[abc]{1,2})$/

describe('a provision in words', () => {
  test('has words in both languages for every name in every rule', () => {
    const names = new Set(everyProvision.flatMap(({ forms }) => forms.flatMap(({ rule }) => namesIn(rule))))
    assert.deepEqual([...names].filter((name) => !(name in figureWords) && !sameInBoth.test(name)), [])
  })
  test('has an address of its own', () => assert.equal(new Set(everyProvision.map(({ cite }) => slugOf(cite))).size, everyProvision.length))
  test('says amounts as money and days as days', () => {
    const lines = (cite: string): readonly string[] => {
      const provision = everyProvision.find((each) => each.cite === cite)
      return ruleLines(provision?.forms.at(-1)?.rule, provision?.unit).map(({ en }) => en)
    }
    assert.deepEqual(lines('S.I. 2002/2817 reg. 3'), ['one person: £10,000', 'all together: £20,000'])
    assert.deepEqual(lines('S.I. 2002/2817 reg. 6'), ['days: 28'])
    assert.equal(lines('S.I. 2002/2817 Sch., the standard checks').length, 12)
  })
})
