import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readMultipart } from './multipart.ts'
import { Unintelligible } from './unintelligible.ts'

const body = (text: string): Uint8Array => Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1')
const contentType = 'multipart/form-data; boundary=lane'
const twoParts = '--lane\nContent-Disposition: form-data; name="anpr.xml"; filename="anpr.xml"\nContent-Type: text/xml\n\n<a/>\n' +
  '--lane\nContent-Disposition: form-data; name="plate.jpg"\nContent-Length: 0\n\n\n--lane--\n'

describe('a multipart body', () => {
  test('is split into its parts, one of them empty', () => {
    const [xml, picture] = readMultipart(body(twoParts), contentType)
    assert.deepEqual({ ...xml, bytes: Buffer.from(xml?.bytes ?? []).toString() }, { name: 'anpr.xml', filename: 'anpr.xml', contentType: 'text/xml', bytes: '<a/>' })
    assert.equal(picture?.bytes.length, 0)
  })
  test('is read by its first line when the boundary was not announced', () => {
    assert.equal(readMultipart(body(twoParts), '').length, 2)
  })
  test('keeps its last part when the closing boundary never came', () => {
    assert.equal(readMultipart(body(twoParts.slice(0, -10)), contentType).length, 2)
  })
  test('does not end a part at boundary text inside a picture', () => {
    const [picture] = readMultipart(body('--lane\nContent-Type: image/jpeg\n\nxx--lane yy\n--lane--'), contentType)
    assert.equal(Buffer.from(picture?.bytes ?? []).toString(), 'xx--lane yy')
  })
  test('ends a part at a boundary that has no line break before it', () => {
    const parts = readMultipart(body('--lane\nContent-Type: image/jpeg\n\nxx--lane\nContent-Type: text/plain\n\nyy--lane--'), contentType)
    assert.deepEqual(parts.map(({ bytes }) => Buffer.from(bytes).toString()), ['xx', 'yy'])
  })
  test('may end its lines with LF alone', () => {
    assert.equal(readMultipart(Buffer.from(twoParts), contentType).length, 2)
  })
  test('is refused when it has too many parts', () => {
    assert.throws(() => readMultipart(body('--lane\n\nx\n'.repeat(40)), contentType), Unintelligible)
  })
  test('is refused when nothing in it is a part', () => {
    assert.throws(() => readMultipart(body('nothing here'), contentType), Unintelligible)
  })
})
