import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { sealing, sealingOf } from './sealing.ts'

describe('a sealed secret', () => {
  const ours = sealing(randomBytes(32))
  test('is opened with the same key for the same thing', () => {
    assert.equal(ours.unseal(ours.seal('pässword', 'camera 1'), 'camera 1'), 'pässword')
  })
  test('looks different each time, and never holds the secret', () => {
    assert.notDeepEqual(ours.seal('password', 'camera 1'), ours.seal('password', 'camera 1'))
    assert.equal(ours.seal('password', 'camera 1').includes('password'), false)
  })
  test('is not opened for another thing, with another key, or after a change', () => {
    const sealed = ours.seal('password', 'camera 1')
    const changed = Buffer.from(sealed)
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
    assert.throws(() => ours.unseal(sealed, 'camera 2'))
    assert.throws(() => sealing(randomBytes(32)).unseal(sealed, 'camera 1'))
    assert.throws(() => ours.unseal(changed, 'camera 1'))
    assert.throws(() => ours.unseal(Buffer.from('short'), 'camera 1'))
  })
})

test('a site makes its key once, readable by nobody else, and takes one that is given', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'juxta-seal-'))
  const sealed = (await sealingOf(folder, '')).seal('password', 'x')
  assert.equal((await sealingOf(folder, '')).unseal(sealed, 'x'), 'password')
  assert.equal((await stat(join(folder, 'sealing.key'))).mode & 0o777, 0o600)
  await assert.rejects(async () => (await sealingOf(folder, randomBytes(32).toString('base64'))).unseal(sealed, 'x'))
  await assert.rejects(sealingOf(folder, 'c2hvcnQ='))
  await rm(folder, { recursive: true })
})
