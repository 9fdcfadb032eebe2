import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { instantOfEpochMs, plate } from '#values'
import { crossingOf } from './crossing-of.ts'
import { newPassage, passingRead, withRead, type Passage, type PassingRead } from './passage.ts'
import { passageOf } from './passage-of.ts'

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

const begun = (read: PassingRead): Passage => withRead(newPassage('one', read), read, 'plate-1')
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
    assert.equal(joins(aRead('AB12CDE', 0), aRead('A812CDE', 16, rear)), false)
    assert.equal(joins(aRead('AB12CDE', 0), aRead('AB12CDE', 5, { lane: '5' })), false)
  })
  test('when it is the rear of the vehicle whose front was seen, and nobody has seen its rear', () => {
    const front = aRead('AB12CDE', 0, { faces: 'front' })
    assert.equal(joins(front, aRead('TR404XX', 6, rear)), true)
    const whole = withRead(begun(front), aRead('TR404XX', 6, rear), 'plate-2')
    assert.equal(passageOf(aRead('QQ777QQ', 7, rear), [whole]), undefined)
  })
  test('when exactly its plate is read again within three minutes and nobody has passed in between: it stands at the booth', () => {
    const standing = begun(aRead('AB12CDE', 0))
    assert.equal(passageOf(aRead('AB12CDE', 180), [standing]), standing)
    assert.equal(passageOf(aRead('AB12CDE', 181), [standing]), undefined)
    assert.equal(passageOf(aRead('A812CDE', 60), [standing]), undefined)
    const next = begun(aRead('QQ777QQ', 20))
    assert.equal(passageOf(aRead('AB12CDE', 40), [next, standing]), undefined)
  })
  test('when its front comes to us after its rear, as long as it was taken before', () => {
    const rearFirst = aRead('TR404XX', 6, rear)
    assert.equal(joins(rearFirst, aRead('AB12CDE', 0, { faces: 'front' })), true)
    assert.equal(joins(rearFirst, aRead('AB12CDE', 7, { faces: 'front' })), false)
  })
  test('by the time that usually lies between the cameras of its lane, where several vehicles are between them', () => {
    const [first, second] = [aRead('AB12CDE', 0, { faces: 'front' }), aRead('ZZ99ZZZ', 5, { faces: 'front' })].map((read, at) => withRead(newPassage(String(at), read), read, 'p'))
    assert.ok(first && second)
    assert.equal(passageOf(aRead('TR404XX', 9, rear), [second, first])?.id, '1')
    assert.equal(passageOf(aRead('TR404XX', 9, rear), [second, first], () => 9_000)?.id, '0')
  })
  test('of the same camera where neither names a lane', () => {
    const nowhere = { lane: null, cameraId: 'calais-gate' }
    assert.equal(joins(aRead('AB12CDE', 0, nowhere), aRead('AB12CDE', 5, nowhere)), true)
    assert.equal(joins(aRead('AB12CDE', 0, nowhere), aRead('AB12CDE', 5, { lane: null, cameraId: 'calais-yard' })), false)
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
  test('forgets it also where the correction is nothing like it, and makes no second plate of it', () => {
    const fresh = aRead('MARSEC0', 0, { passageHint: 'car-7', state: 'new' })
    const whole = withRead(begun(fresh), aRead('AB12CDE', 1, { passageHint: 'car-7', state: 'update' }), 'plate-2')
    assert.deepEqual(crossingOf(whole).plates.map((seen) => [seen.id, seen.plate, seen.readIds?.length]), [['plate-1', 'AB12CDE', 2]])
  })
  test('drops a plate whose every read turned out to be of another camera’s plate', () => {
    const started = withRead(begun(aRead('MARSEC0', 0, { passageHint: 'car-7', state: 'new', faces: 'front' })), aRead('AB12CDE', 2, rear), 'plate-2')
    const whole = withRead(started, aRead('AB12CDE', 3, { passageHint: 'car-7', state: 'final', faces: 'front' }), 'plate-3')
    assert.deepEqual([crossingOf(whole).plates.map((seen) => [seen.id, seen.part]), whole.dropped], [[['plate-2', 'tractor']], ['plate-1']])
  })
  test('does not go back to what a camera had replaced when that arrives late', () => {
    const final = aRead('AB12CDE', 1, { passageHint: 'car-7', state: 'final' })
    for (const late of [aRead('A812CDE', 0, { passageHint: 'car-7', state: 'preview' }), aRead('MARSEC0', 0, { passageHint: 'car-7', state: 'new' }), aRead('MARSEC0', 0, { passageHint: 'car-7', state: 'final' })]) {
      assert.deepEqual(crossingOf(withRead(begun(final), late, 'x')).plates.map((seen) => seen.plate), ['AB12CDE'])
    }
  })
  test('keeps the picture of a read that was replaced, and the moment at which it began', () => {
    const fresh = aRead('AB12CDE', 0, { passageHint: 'car-7', images: [{ sha256: 'patch', kind: 'plate', bytes: 1 }] })
    const lost = withRead(begun(fresh), aRead('AB12CDE', 10, { passageHint: 'car-7', state: 'final' }), 'x')
    assert.deepEqual(crossingOf(lost).plates.map(({ imageSha256 }) => imageSha256), ['patch'])
    assert.deepEqual([crossingOf(lost).firstSeenAt, crossingOf(lost).lastSeenAt], [fresh.capturedAt, instantOfEpochMs(fresh.capturedAtMs + 10_000)])
  })
  test('calls a plate the trailer’s where only a trailer comes before the camera, also when its tractor was never read', () => {
    assert.deepEqual(crossingOf(begun(aRead('TR404XX', 0, { faces: 'trailer' }))).plates.map(({ part }) => part), ['trailer'])
  })
  test('keeps tractor, its rear plate and the trailer apart', () => {
    const three = [aRead('AB12CDE', 0, { faces: 'front' }), aRead('AB12CDE', 4, { cameraId: 'calais-4-rear', faces: 'rear' }), aRead('WPR20XX', 7, { cameraId: 'calais-4-trailer', faces: 'trailer' })]
    const whole = three.reduce<Passage | undefined>((passage, read) => withRead(passageOf(read, passage === undefined ? [] : [passage]) ?? newPassage('one', read), read, read.id), undefined)
    assert.deepEqual(whole && crossingOf(whole).plates.map(({ plate, part }) => [plate, part]), [['AB12CDE', 'tractor'], ['WPR20XX', 'trailer']])
  })
  test('of a vehicle that is read a thousand times remembers the surest and the latest', () => {
    const many = Array.from({ length: 1000 }, (_, at) => aRead('AB12CDE', at / 100, { confidence: at === 500 ? 0.99 : 0.5 }))
    const [first, ...others] = many
    assert.ok(first)
    const whole = others.reduce((passage, read) => withRead(passage, read, 'x'), begun(first))
    assert.deepEqual([whole.plates[0]?.reads.length, whole.plates[0]?.reads.some(({ confidence }) => confidence === 0.99), whole.plates[0]?.reads.at(-1)?.id], [24, true, many.at(-1)?.id])
  })
  test('counts a read once', () => {
    const read = aRead('AB12CDE', 0)
    const passage = begun(read)
    assert.equal(withRead(passage, read, 'x'), passage)
  })
})
