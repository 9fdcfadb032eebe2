import { jpegOf, type Picture } from './jpeg.ts'
import type { Random } from './random.ts'

/** Five columns by seven rows, a hexadecimal pair a row: letters drawn for this project. */
const glyphs: Readonly<Record<string, string>> = {
  A: '0E11111F111111', B: '1E11111E11111E', C: '0E11101010110E', D: '1E11111111111E', E: '1F10101E10101F', F: '1F10101E101010', G: '0E11101713110F', H: '1111111F111111', I: '0E04040404040E', J: '0702020202120C',
  K: '11121418141211', L: '1010101010101F', M: '111B1515111111', N: '11191513111111', O: '0E11111111110E', P: '1E11111E101010', Q: '0E11111115120D', R: '1E11111E141211', S: '0F10100E01011E', T: '1F040404040404',
  U: '1111111111110E', V: '11111111110A04', W: '11111115151B11', X: '11110A040A1111', Y: '11110A04040404', Z: '1F01020408101F',
  0: '0E13151519110E', 1: '040C040404040E', 2: '0E11010204081F', 3: '1F02040201110E', 4: '02060A121F0202', 5: '1F101E0101110E', 6: '0608101E11110E', 7: '1F010204080808', 8: '0E11110E11110E', 9: '0E11110F01020C',
}

const scale = 4
const paper = 226
const ink = 28

/** The cut-out a camera makes of a plate: legible, a little dirty. */
export function plateJpeg(plate: string, random: Random): Buffer {
  const canvas = blank((plate.length * 6 + 3) * scale, 12 * scale, paper)
  write(canvas, plate, { x: 2 * scale, y: 2 * scale, size: scale })
  speckle(canvas, random, 14)
  return jpegOf(canvas)
}

/** A lorry at the booth, with its plate where it would be: a made-up picture that nobody can take for a person's. */
export function sceneJpeg(plate: string, random: Random): Buffer {
  const canvas = blank(320, 176, 92)
  box(canvas, { x: 0, y: 136, width: 320, height: 40, grey: 62 })
  const left = random.whole(60, 110)
  box(canvas, { x: left, y: 24, width: 140, height: 124, grey: random.whole(120, 200) })
  box(canvas, { x: left + 12, y: 36, width: 116, height: 42, grey: 36 })
  const width = plate.length * 6 + 4
  box(canvas, { x: left + 70 - Math.floor(width / 2), y: 120, width, height: 12, grey: paper })
  write(canvas, plate, { x: left + 72 - Math.floor(width / 2), y: 122, size: 1 })
  speckle(canvas, random, 10)
  return jpegOf(canvas)
}

function blank(width: number, height: number, grey: number): Picture {
  return { width, height, grey: new Uint8Array(width * height).fill(grey) }
}

function box({ width: across, grey: pixels }: Picture, { x, y, width, height, grey }: { x: number; y: number; width: number; height: number; grey: number }): void {
  for (let row = y; row < y + height; row++) pixels.fill(grey, row * across + x, row * across + x + width)
}

function write(canvas: Picture, text: string, { x, y, size }: { x: number; y: number; size: number }): void {
  ;[...text].forEach((character, place) => drawGlyph(canvas, glyphs[character] ?? '', { x: x + place * 6 * size, y, size }))
}

function drawGlyph(canvas: Picture, glyph: string, { x, y, size }: { x: number; y: number; size: number }): void {
  for (let row = 0; row < 7; row++) {
    const bits = Number.parseInt(glyph.slice(row * 2, row * 2 + 2) || '0', 16)
    for (let column = 0; column < 5; column++) {
      if ((bits >> (4 - column)) & 1) box(canvas, { x: x + column * size, y: y + row * size, width: size, height: size, grey: ink })
    }
  }
}

function speckle({ grey }: Picture, random: Random, most: number): void {
  for (let at = 0; at < grey.length; at++) grey[at] = Math.max(0, Math.min(255, (grey[at] ?? 0) + random.whole(-most, most)))
}
