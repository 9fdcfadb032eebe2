import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { envelopeAsText, type Letter } from './door.ts'

const letter: Letter = {
  language: 'en', title: 'A letter', subject: 'About something', sender: { name: 'The team', lines: ['A street'] }, recipient: ['Test Reader'],
  particulars: [{ term: 'Reference', text: 'JX-1', exact: true }], running: 'Letter JX-1', page: 'Page', of: 'of', marks: ['DRAFT'],
  blocks: [
    { kind: 'heading', text: 'First' },
    { kind: 'list', items: ['one', 'two'] },
    { kind: 'facts', facts: [{ term: 'Place', text: 'Calais' }] },
    { kind: 'amount', label: 'Owed', amount: '£1', note: 'A note' },
    { kind: 'days', caption: 'Days', columns: ['Step', 'Last day'], days: [{ what: 'Pay', day: 'Friday', why: 'Because' }] },
    { kind: 'ladder', caption: 'Rules', columns: ['Rule', 'Amount'], rungs: [{ text: 'Start', amount: '£1', cite: 'Code', url: 'https://www.legislation.gov.uk/' }, { text: 'Nothing changed', amount: '', cite: 'Act', url: 'https://www.legislation.gov.uk/' }], total: { label: 'Total', amount: '£1' } },
    { kind: 'notice', heading: 'Note well', text: 'Boxed' },
  ],
}

describe('a letter as plain text', () => {
  test('says everything in the order of the page, one thing a line', () => {
    assert.deepEqual(envelopeAsText([letter]).split('\n').filter((line) => line !== ''), [
      'DRAFT', 'The team', 'A street', 'Test Reader', 'Reference: JX-1', 'About something', 'A letter', '========', 'First', '-----', '- one', '- two', 'Place: Calais',
      'Owed: £1', 'A note', 'Days', '- Pay: Friday', '  Because', 'Rules', '- Start = £1', '  Code', '- Nothing changed', '  Act', 'Total: £1', '* Note well', '  Boxed', 'Letter JX-1',
    ])
  })
  test('keeps the letters of one envelope apart', () => {
    assert.equal(envelopeAsText([letter, letter]).split('='.repeat(72)).length, 2)
  })
})
