import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Unintelligible } from './unintelligible.ts'
import { readXml, textAt } from './xml.ts'

const xml = (text: string) => readXml(Buffer.from(text))
const refusedAs = (reason: string) => (error: unknown) => error instanceof Unintelligible && error.reason === reason

describe('an XML document from outside', () => {
  test('is read by local names, whatever the prefix', () => {
    assert.equal(textAt(xml('<h:a xmlns:h="x"><h:b> 7 </h:b></h:a>'), 'b'), '7')
  })
  test('may carry a byte order mark, leading line breaks and trailing NULs', () => {
    assert.equal(textAt(xml('\uFEFF\r\n<?xml version="1.0" encoding="UTF-8"?><a><b>7</b></a>\0\0'), 'b'), '7')
  })
  test('is refused when it declares a document type, so that no entity can expand', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
    assert.throws(() => xml(bomb), refusedAs('forbidden-doctype'))
    assert.throws(() => xml(bomb.toLowerCase()), refusedAs('forbidden-doctype'))
  })
  test('is refused in UTF-16, where a declaration could hide', () => {
    assert.throws(() => readXml(Buffer.from('\uFEFF<a/>', 'utf16le')), refusedAs('not-utf-8'))
    assert.throws(() => xml('<?xml version="1.0" encoding="UTF-7"?><a/>'), refusedAs('not-utf-8'))
  })
  test('is refused beyond 32 levels, 2,000 elements or 256 kB', () => {
    assert.throws(() => xml('<a>'.repeat(40) + '</a>'.repeat(40)), refusedAs('too-deep'))
    assert.throws(() => xml(`<a>${'<b/>'.repeat(2001)}</a>`), refusedAs('too-large'))
    assert.throws(() => xml(`<a>${' '.repeat(300_000)}</a>`), refusedAs('too-large'))
  })
  test('is refused when it is not well formed', () => {
    for (const text of ['', 'plate', '<a>', '<a></b>', '<a>&undefined;</a>']) assert.throws(() => xml(text), refusedAs('broken-xml'))
  })
})
