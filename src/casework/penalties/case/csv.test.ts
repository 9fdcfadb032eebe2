import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csv } from './csv.ts'

test('commas, quotes and lines within a cell are kept in one cell', () => {
  assert.equal(csv(['a', 'b'], [['one, two', 'say "no"\nand go']]), 'a,b\r\n"one, two","say ""no""\nand go"\r\n')
})

test('what a spreadsheet would run stays text', () => {
  assert.equal(csv(['a'], [['=1+1'], ['@sum'], ['+44'], [-5]]), "a\r\n'=1+1\r\n'@sum\r\n'+44\r\n-5\r\n")
})
