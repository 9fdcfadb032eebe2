import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { instantOfEpochMs, plate } from '#values'
import { crossingOf, passageOf, passingRead, withRead, type Passage, type PassingRead } from './passage.ts'

let made = 0
function aRead(asWritten: string, atSeconds: number, more: Partial<PassingRead> = {}): PassingRead {
  made += 1
  const at = instantOfEpochMs(1_770_000_000_000 + atSeconds * 1000)
  const read = {
    id: `read-${made}`, site: 'calais' as const, cameraId: 'calais-4-front', cameraHint: null, lane: '4', direction: null, capturedAt: at, receivedAt: at, plate: plate(asWritten), plateAsRead: asWritten,
    country: null, confidence: 0.9, characterConfidence: null, candidates: [], passageHint: null, state: 'new' as const, format: 'hikvision' as const, rawSha256: '', images: [], ...more,
  }
  return passingRead(read, more.faces ?? null)
}

const begun = (read: PassingRead): Passage => withRead({ id: 'one', plates: [] }, read, 'plate-1')
const joins = (first: PassingRead, second: PassingRead): boolean => passageOf(second, [begun(first)]) !== undefined
const rear = { cameraId: 'calais-4-rear', faces: 'rear' } as const

describe('a read belongs to a passage', () => {
  test('when the camera says that it is the same vehicle, within two minutes', () => {
    const hinted = (text: string, at: number) => aRead(text, at, { passageHint: 'car-7' })
    assert.equal(joins(hinted('AB12CDE', 0), hinted('ZZ99ZZZ', 120)), true)
    assert.equal(joins(hinted('AB12CDE', 0), hinted('ZZ99ZZZ', 121)), false)
    assert.equal(joins(hinted('AB12CDE', 0), aRead('ZZ99ZZZ', 1, { passageHint: 'car-7', cameraId: 'calais-5-front', lane: '5' })), false)
  })
  test('when the same plate, give or take a misread, is seen in the lane within 15 seconds', () => {
    assert.equal(joins(aRead('AB12CDE', 0), aRead('A812CDE', 15, rear)), true)
    assert.equal(joins(aRead('AB12CDE', 0), aRead('AB12CDE', 16, rear)), false)
    assert.equal(joins(aRead('AB12CDE', 0), aRead('AB12CDE', 5, { lane: '5' })), false)
  })
  test('when it is the rear of the vehicle whose front was seen, and nobody has seen its rear', () => {
    const front = aRead('AB12CDE', 0, { faces: 'front' })
    assert.equal(joins(front, aRead('TR404XX', 6, rear)), true)
    const whole = withRead(begun(front), aRead('TR404XX', 6, rear), 'plate-2')
    assert.equal(passageOf(aRead('QQ777QQ', 7, rear), [whole]), undefined)
  })
  test('never when another front is seen, however soon', () => {
    assert.equal(joins(aRead('AB12CDE', 0, { faces: 'front' }), aRead('ZZ99ZZZ', 1, { faces: 'front' })), false)
  })
})

describe('a crossing', () => {
  test('keeps the tractor’s plate apart from the trailer’s', () => {
    const whole = withRead(begun(aRead('AB12CDE', 0, { faces: 'front' })), aRead('TR404XX', 6, rear), 'plate-2')
    assert.deepEqual(crossingOf(whole).plates.map((seen) => [seen.plate, seen.part]), [['AB12CDE', 'tractor'], ['TR404XX', 'trailer']])
  })
  test('does not guess the part when no camera’s position tells', () => {
    assert.deepEqual(crossingOf(begun(aRead('AB12CDE', 0))).plates.map(({ part }) => part), [null])
  })
  test('takes each plate from its surest read, and of equals from the later', () => {
    const unsure = aRead('A812CDE', 0, { confidence: 0.6 })
    assert.deepEqual(crossingOf(withRead(begun(unsure), aRead('AB12CDE', 1, { confidence: 0.9 }), 'x')).plates.map((seen) => seen.plate), ['AB12CDE'])
    assert.deepEqual(crossingOf(withRead(begun(aRead('A812CDE', 0)), aRead('AB12CDE', 1), 'x')).plates.map((seen) => seen.plate), ['AB12CDE'])
  })
  test('shows the patch with the plate, also after a surer read that came with the whole scene only', () => {
    const patch = { sha256: 'patch', kind: 'plate' as const, bytes: 1 }
    const scene = { sha256: 'scene', kind: 'scene' as const, bytes: 1 }
    const front = aRead('AB12CDE', 0, { confidence: 0.8, images: [patch, { ...scene, sha256: 'front scene' }] })
    const both = withRead(begun(front), aRead('AB12CDE', 4, { confidence: 0.99, images: [scene], ...rear }), 'x')
    assert.deepEqual(crossingOf(both).plates.map(({ imageSha256 }) => imageSha256), ['patch'])
    assert.equal(crossingOf(begun(aRead('AB12CDE', 4, { images: [scene] }))).plates[0]?.imageSha256, 'scene')
  })
  test('shows the patch that was read as the plate was, before that of a misread', () => {
    const patch = (sha256: string) => [{ sha256, kind: 'plate' as const, bytes: 1 }]
    const misread = aRead('A812CDE', 0, { confidence: 0.7, images: patch('misread') })
    const again = withRead(begun(misread), aRead('AB12CDE', 1, { confidence: 0.9, images: patch('first') }), 'x')
    const whole = withRead(again, aRead('AB12CDE', 2, { confidence: 0.95 }), 'x')
    assert.deepEqual(crossingOf(whole).plates.map(({ imageSha256 }) => imageSha256), ['first'])
  })
  test('forgets what the camera has replaced', () => {
    const preview = aRead('A812CDE', 0, { passageHint: 'car-7', state: 'preview', confidence: 0.99 })
    const final = aRead('AB12CDE', 1, { passageHint: 'car-7', state: 'final', confidence: 0.8 })
    assert.deepEqual(crossingOf(withRead(begun(preview), final, 'x')).plates.map((seen) => seen.plate), ['AB12CDE'])
  })
  test('counts a read once', () => {
    const read = aRead('AB12CDE', 0)
    const passage = begun(read)
    assert.equal(withRead(passage, read, 'x'), passage)
  })
})
