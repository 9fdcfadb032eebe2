import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Block, Letter } from '#platform/documents'
import { compareLetters, sideBySide } from './compare-versions.ts'

const heading = (text: string): Block => ({ kind: 'heading', text })
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const letter = (...blocks: readonly Block[]) => ({ blocks }) as unknown as Letter
const differences = (older: Letter, newer: Letter) => sideBySide(compareLetters(older, newer)).map(({ before, after }) => [before, after].map((block) => (block !== undefined && 'text' in block ? block.text : '-')).join(' | '))

describe('two versions of a letter side by side', () => {
  test('show nothing where they are the same', () => assert.deepEqual(differences(letter(heading('Help')), letter(heading('Help'))), []))
  test('show what was put in the place of what', () => {
    assert.deepEqual(differences(letter(heading('Pay'), paragraph('Soon'), heading('End')), letter(heading('Pay'), paragraph('By 1 May'), heading('End'))), ['Soon | By 1 May'])
  })
  test('leave a side empty where something was only added or only taken out, and never set a heading beside a paragraph', () => {
    assert.deepEqual(differences(letter(heading('End')), letter(heading('Help'), paragraph('Ask us'), heading('End'))), ['- | Help', '- | Ask us'])
    assert.deepEqual(differences(letter(paragraph('In English below'), heading('Rules')), letter(heading('All rules'))), ['In English below | -', 'Rules | All rules'])
  })
})
