import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { onlyWithin } from '#platform/outgoing'
import { Unintelligible } from '#platform/wire-formats'
import { understand } from '../plate-read/understand.ts'
import { FrameReader } from './frame-reader.ts'
import { readSocket } from './socket-client.feed.ts'

const fixture = (name: string): Buffer => readFileSync(new URL(`../../../../fixtures/cameras/${name}`, import.meta.url))
const messages = ['axxon/car-plate-with-pictures.xml', 'axxon/framed-text.bin', 'axis/new.json', 'nedap/little-endian.bin', 'axxon/not-defined.xml', 'nedap/big-endian-other-order.bin', 'axis/lost.json', 'axxon/car-plate.xml', 'axxon/framed-text-not-defined.bin'].map((name) => fixture(name))

describe('messages one after the other on a connection', () => {
  test('are told apart by their own ends, whatever their kinds and however they are cut', () => {
    fc.assert(fc.property(fc.shuffledSubarray(messages, { minLength: 1 }), fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1 }), fc.constantFrom('', '\r\n', '\n\n'), (chosen, lengths, between) => {
      const sent = Buffer.concat(chosen.flatMap((message) => [message, Buffer.from(between)]))
      const reader = new FrameReader(100_000)
      const frames: Uint8Array[] = []
      for (let at = 0, turn = 0; at < sent.length; turn++) {
        const length = lengths[turn % lengths.length] ?? 1
        frames.push(...reader.push(sent.subarray(at, at + length)).map(({ bytes }) => bytes))
        at += length
      }
      assert.deepEqual(frames.map((bytes) => Buffer.from(bytes).toString('latin1').trim()), chosen.map((bytes) => bytes.toString('latin1').trim()))
    }), { numRuns: 200 })
  })
  test('may hold braces and quotes inside their texts', () => {
    const [frame, ...more] = new FrameReader(1000).push(Buffer.from('{"a":"}\\"}","b":[{"c":1}]}'))
    assert.equal(Buffer.from(frame?.bytes ?? []).toString(), '{"a":"}\\"}","b":[{"c":1}]}')
    assert.deepEqual(more, [])
  })
  test('that are none of these end the connection, as do those that never end', () => {
    for (const sent of ['GET / HTTP/1.1\r\n', '\u0001\u0002', 'plate=AB12CDE']) assert.throws(() => new FrameReader(1000).push(Buffer.from(sent)), Unintelligible)
    for (const sent of [`<A>${'x'.repeat(2000)}`, `{"a":"${'x'.repeat(2000)}`, `\u0002${'1'.repeat(2000)}`]) assert.throws(() => new FrameReader(1000).push(Buffer.from(sent)), Unintelligible)
  })
  test('never lead to anything but frames or a refusal', () => {
    fc.assert(fc.property(fc.constantFrom(...messages), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }), fc.integer({ min: 1, max: 50 }), (message, edits, length) => {
      const bytes = Buffer.from(message)
      for (const [at, value] of edits) bytes[at % bytes.length] = value
      const reader = new FrameReader(10_000)
      try {
        for (let at = 0; at < bytes.length; at += length) reader.push(bytes.subarray(at, at + length))
      } catch (error) {
        if (!(error instanceof Unintelligible)) throw error
      }
    }), { numRuns: 500 })
  })
})

describe('a recognition server that tells whoever connects', () => {
  test('is read on both of its ports, and connected to again when it restarts', async () => {
    const sockets = new Set<Socket>()
    const server = createServer((socket) => {
      sockets.add(socket)
      socket.on('error', () => {}).write(Buffer.concat([fixture('axxon/car-plate-with-pictures.xml'), fixture('axxon/framed-text.bin')]))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const plates: string[] = []
    const states: string[] = []
    const line = readSocket({
      cameraId: 'calais-1', link: { url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}` }, isAllowed: onlyWithin(['127.0.0.1']),
      receive: async (bytes) => void plates.push(...understand(bytes).reads.map(({ plate, images }) => `${plate} ${images.length}`)), told: ({ state }) => void states.push(state), heard: () => {}, onFault: () => {},
    })
    const until = async (count: number) => { while (plates.length < count) await new Promise((resolve) => setTimeout(resolve, 10)) }
    await until(2)
    for (const socket of sockets) socket.destroy()
    await until(4)
    assert.deepEqual([plates, states], [['KBC2847 2', 'KBC2847 0', 'KBC2847 2', 'KBC2847 0'], ['trying', 'up', 'down', 'up']])
    await line.close()
    server.close()
  })
})
