import sharp from 'sharp'

/** A part of a picture, in percent of its width and height as it is looked at, upright. */
export interface Area {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A photograph of 50 megapixels is larger than any telephone takes; unpacked it is 150 MB. */
const pixelsMax = 50_000_000

const jpegQuality = 90

/**
 * The picture with these areas black: their pixels are gone before it is written anew, and with them everything a camera writes beside
 * the picture (place, moment, thumbnail). Turned upright first, so that an area lies where it was seen. Undefined for what cannot be read
 * as a picture, or is larger than 50 megapixels.
 */
export async function coverAreas(bytes: Uint8Array, type: 'image/jpeg' | 'image/png', areas: readonly Area[]): Promise<Buffer | undefined> {
  const upright = await pixelsOf(bytes)
  if (upright === undefined) return undefined
  const { data, info } = upright
  for (const area of areas) blacken(data, info, area)
  const picture = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
  return type === 'image/jpeg' ? picture.jpeg({ quality: jpegQuality }).toBuffer() : picture.png().toBuffer()
}

async function pixelsOf(bytes: Uint8Array) {
  try {
    return await sharp(bytes, { limitInputPixels: pixelsMax }).rotate().flatten({ background: '#fff' }).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  } catch {
    // The library says why in words of its own; to us it is no picture, whatever the reason.
    return undefined
  }
}

interface Size {
  readonly width: number
  readonly height: number
  readonly channels: number
}

/** Every pixel that the area touches. */
function blacken(data: Buffer, { width, height, channels }: Size, area: Area): void {
  const [left, right] = [Math.floor((area.left / 100) * width), Math.min(width, Math.ceil(((area.left + area.width) / 100) * width))]
  const [top, bottom] = [Math.floor((area.top / 100) * height), Math.min(height, Math.ceil(((area.top + area.height) / 100) * height))]
  for (let row = top; row < bottom; row += 1) data.fill(0, (row * width + left) * channels, (row * width + right) * channels)
}
