import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import { understandCommand } from './understand.cli.ts'

const fixtures = new URL('../../../../fixtures/cameras/', import.meta.url)

async function run(...args: readonly string[]) {
  const said = { out: '', err: '' }
  const code = await understandCommand.run(args, {
    stdin: async () => '',
    readFile: async () => '',
    readBytes: async (path) => (path === '-' ? Buffer.from('{"not": "ours"}') : readFile(new URL(path, fixtures))),
    out: (text) => { said.out += text },
    err: (text) => { said.err += text },
  })
  return { code, ...said }
}

describe('juxta understand', () => {
  test('writes what a message means, pictures by their size', async () => {
    const { code, out } = await run('hikvision/pictures.multipart', '--content-type', 'multipart/form-data; boundary=MIME_boundary')
    assert.equal(code, 0)
    const answer = JSON.parse(out) as { reads: readonly Record<string, unknown>[] }
    assert.deepEqual(Object.keys(answer), ['format', 'reads', 'ignored'])
    assert.deepEqual(Object.keys(answer.reads[0] ?? {}), ['plate', 'plateAsRead', 'country', 'confidence', 'capturedAt', 'cameraHint', 'lane', 'direction', 'characterConfidence', 'candidates', 'passageHint', 'state', 'images'])
    assert.partialDeepStrictEqual(answer.reads[0]?.['images'], [{ kind: 'plate' }, { kind: 'scene' }])
  })
  test('refuses what it cannot understand with exit code 2 and JSON on standard error', async () => {
    const { code, out, err } = await run('-')
    assert.deepEqual([code, out], [2, ''])
    assert.equal((JSON.parse(err) as { errors: readonly { reason: string }[] }).errors[0]?.reason, 'unknown-message')
  })
  test('refuses a missing file and a wrong call the same way', async () => {
    for (const args of [['no-such-file'], [], ['a', 'b'], ['a', '--content-type'], ['--help']]) {
      const { code, err } = await run(...args)
      assert.equal(code, 2)
      assert.ok(JSON.parse(err))
    }
  })
})
