import { plate, type Plate } from '#values'
import { anyRun } from '../plate-index/layouts.ts'

/** Runs of unknown length in one plate: with two, known characters may stand anywhere in it; more would say nothing more. */
export const runsMax = 2

/**
 * A plate as a person lists it. Beside `?` for one character that nobody knows, a witness who saw only a part may write `*`, or dots, for
 * any number of them.
 */
export function listedPlate(asWritten: string): Plate {
  const parts = asWritten.replaceAll(/\*+|\.{2,}|…/g, anyRun).split(anyRun)
  return parts.map(plate).join(anyRun) as Plate
}

export function runsIn(listed: Plate): number {
  return listed.split(anyRun).length - 1
}

/** How many of its characters are known. */
export function knownIn(listed: Plate): number {
  return listed.replaceAll('#', '').replaceAll(anyRun, '').length
}
