import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { GrowingBytes } from './growing-bytes.ts'
import { readMultipart } from './multipart.ts'
import { PartStream } from './part-stream.ts'
import { Unintelligible } from './unintelligible.ts'

const announced = 'multipart/x-mixed-replace; boundary=lane'
const jpeg = Buffer.from('ffd8ffe000104a46ffd9', 'hex')
const xml = '<?xml version="1.0"?>\r\n<Alert><plate>AB12CDE</plate></Alert>'
const part = (head: string, content: Buffer | string) => Buffer.concat([Buffer.from(`--lane\r\n${head}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')])
const texts = (parts: readonly { readonly bytes: Uint8Array }[]) => parts.map(({ bytes }) => Buffer.from(bytes).toString('latin1').trim())

describe('a body that never ends', () => {
  test('gives the same parts, however it is cut into pieces', () => {
    const body = Buffer.concat([part('Content-Type: application/xml', xml), part(`Content-Type: image/jpeg\r\nContent-Length: ${jpeg.length}`, jpeg), part('Content-Length: 0', 'Code=VideoMotion;action=Start;index=0'), part('Content-Type: text/plain', 'Heartbeat'), Buffer.from('--lane--\r\n')])
    const whole = texts(readMultipart(body, announced))
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (lengths) => {
      const stream = new PartStream(announced, 10_000)
      const parts: string[] = []
      for (let at = 0, turn = 0; at < body.length; turn++) {
        const length = lengths[turn % lengths.length] ?? 1
        parts.push(...texts(stream.push(body.subarray(at, at + length))))
        at += length
      }
      assert.deepEqual(parts, whole)
    }), { numRuns: 300 })
  })
  test('gives an event that closes itself at once, not with the next sign of life', () => {
    assert.deepEqual(texts(new PartStream(announced, 10_000).push(part('Content-Type: application/xml', xml))), [xml])
    const event = 'Code=TrafficJunction;action=Pulse;index=0;data={\n "UTC" : 1,\n "Text" : "}"\n}\n'
    assert.deepEqual(texts(new PartStream(announced, 10_000).push(part('Content-Length:0', event))), [event.trim()])
    assert.equal(new PartStream(announced, 10_000).push(part(`Content-Length: ${jpeg.length}`, jpeg)).length, 1)
  })
  test('believes no length alone: neither one that is too small nor one that never comes', () => {
    for (const stated of [3, 0, 99_999]) {
      const stream = new PartStream(announced, 10_000)
      const parts = [...stream.push(part(`Content-Length: ${stated}`, 'Events[0].TrafficCar.PlateNumber=AB12CDE')), ...stream.push(part('', 'Heartbeat'))]
      assert.deepEqual(texts(parts), ['Events[0].TrafficCar.PlateNumber=AB12CDE'], String(stated))
    }
  })
  test('may announce its boundary with the hyphens, or not at all', () => {
    for (const contentType of ['multipart/x-mixed-replace; boundary=--lane', 'multipart/x-mixed-replace', '']) {
      assert.deepEqual(texts(new PartStream(contentType, 10_000).push(Buffer.concat([part('', xml), Buffer.from('--lane\r\n')]))), [xml], contentType)
    }
  })
  test('gives what it held when it ends after all', () => {
    const stream = new PartStream(announced, 10_000)
    assert.deepEqual(stream.push(part('', 'Heartbeat').subarray(0, -2)), [])
    assert.deepEqual(texts(stream.end()), ['Heartbeat'])
  })
  test('is refused when a part or its head grows without end, and when it has no boundary', () => {
    const endless = (contentType: string, start: string) => () => {
      const stream = new PartStream(contentType, 100_000)
      stream.push(Buffer.from(start))
      for (let times = 0; times < 100; times++) stream.push(Buffer.alloc(4000, 'x'))
    }
    assert.throws(endless(announced, '--lane\r\n\r\n'), Unintelligible)
    assert.throws(endless(announced, '--lane\r\n'), Unintelligible)
    assert.throws(endless('', 'x'), Unintelligible)
  })
  test('of bytes without a delimiter holds none of them', () => {
    const stream = new PartStream(announced, 100_000)
    for (let times = 0; times < 1000; times++) assert.deepEqual(stream.push(Buffer.alloc(4000, '-')), [])
    assert.deepEqual(texts([...stream.push(part('', xml))]), [xml])
  })
})

test('a body spoiled anywhere ends in parts or a refusal, and holds no more than one part', () => {
  const body = Buffer.concat([part('Content-Type: application/xml', xml), part(`Content-Length: ${jpeg.length}`, jpeg), part('Content-Length: 0', 'Code=A;data={"b":1}'), part('', 'Heartbeat')])
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 })
  fc.assert(fc.property(changes, fc.nat(body.length), fc.integer({ min: 1, max: 80 }), fc.constantFrom(announced, '', 'multipart/mixed; boundary="'), (edits, end, length, contentType) => {
    const bytes = Buffer.from(body.subarray(0, end))
    for (const [at, value] of edits) if (bytes.length > 0) bytes[at % bytes.length] = value
    try {
      const stream = new PartStream(contentType, 500)
      for (let at = 0; at < bytes.length; at += length) for (const { bytes: content } of stream.push(bytes.subarray(at, at + length))) assert.ok(content.length <= 600)
      stream.end()
    } catch (error) {
      if (!(error instanceof Unintelligible)) throw error
    }
  }), { numRuns: 500 })
})

test('bytes taken one by one are the bytes that were sent', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.uint8Array({ maxLength: 9000 }), fc.nat(9000)), { maxLength: 30 }), (turns) => {
    const held = new GrowingBytes()
    let model = Buffer.alloc(0)
    for (const [piece, drop] of turns) {
      held.take(piece)
      model = Buffer.concat([model, piece]).subarray(0)
      held.drop(drop)
      model = model.subarray(Math.min(drop, model.length))
      assert.deepEqual(held.view(), model)
    }
  }), { numRuns: 200 })
})
