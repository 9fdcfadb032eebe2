import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import sharp from 'sharp'
import { coverAreas } from './cover-areas.ts'

const white = { width: 200, height: 100, channels: 3, background: '#fff' } as const
/** A photograph that lies on its side, and says so as a telephone does. */
const onItsSide = await sharp({ create: white }).withExif({ IFD0: { Copyright: 'Somebody Else', Orientation: '6' }, IFD3: { GPSLatitude: '50/1' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer()

async function pixelAt(bytes: Uint8Array, x: number, y: number): Promise<number> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  return data[(y * info.width + x) * info.channels] ?? -1
}

describe('a picture with something covered', () => {
  test('is upright, black where it is covered and as it was elsewhere', async () => {
    const covered = (await coverAreas(onItsSide, 'image/jpeg', [{ left: 0, top: 0, width: 50, height: 25 }])) ?? assert.fail()
    const { width, height } = await sharp(covered).metadata()
    assert.deepEqual([width, height], [100, 200])
    assert.ok((await pixelAt(covered, 10, 10)) < 20 && (await pixelAt(covered, 48, 48)) < 40)
    assert.ok((await pixelAt(covered, 70, 10)) > 235 && (await pixelAt(covered, 10, 80)) > 235)
  })
  test('says nothing of where, when and by whom it was taken', async () => {
    const covered = (await coverAreas(onItsSide, 'image/jpeg', [])) ?? assert.fail()
    assert.ok(onItsSide.includes('Somebody Else'))
    assert.ok(!covered.includes('Somebody Else'))
    const { exif, icc, xmp, orientation } = await sharp(covered).metadata()
    assert.deepEqual([exif, icc, xmp, orientation], [undefined, undefined, undefined, undefined])
  })
  test('leaves no pixel at the edge of an area', async () => {
    const png = await sharp({ create: { ...white, width: 7, height: 7 } }).png().toBuffer()
    const covered = (await coverAreas(png, 'image/png', [{ left: 20, top: 20, width: 33, height: 33 }])) ?? assert.fail()
    const row = await Promise.all([0, 1, 2, 3, 4, 5, 6].map((x) => pixelAt(covered, x, 2)))
    assert.deepEqual(row, [255, 0, 0, 0, 255, 255, 255])
  })
  test('is nothing where there is no picture', async () => {
    assert.equal(await coverAreas(Buffer.from('no picture'), 'image/png', []), undefined)
  })
})
