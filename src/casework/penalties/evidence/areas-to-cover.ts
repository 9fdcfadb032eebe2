/** A part of a picture, in percent of its width and height. */
export interface Covered {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** As many as one picture can need; who has more to cover sends a picture of the page. */
const most = 40

/** One area a line: left, top, width and height in percent, such as `10 20 30 5`. Undefined where a line is no area of a picture. */
export function areasIn(text: string): readonly Covered[] | undefined {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const areas = lines.map(areaIn)
  return areas.length <= most && areas.every((area) => area !== undefined) ? areas : undefined
}

function areaIn(line: string): Covered | undefined {
  const numbers = line.split(/[\s,;]+/).map(Number)
  const [left, top, width, height] = numbers
  if (numbers.length !== 4 || left === undefined || top === undefined || width === undefined || height === undefined) return undefined
  const isInside = [left, top, left + width, top + height].every((edge) => edge >= 0 && edge <= 100)
  return isInside && width > 0 && height > 0 ? { left, top, width, height } : undefined
}
