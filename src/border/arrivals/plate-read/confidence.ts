import type { Json } from '#platform/wire-formats'

/**
 * Confidence as a fraction, from makers' 0..100, 0..99 or 0..1; null when it is missing or makes no sense.
 * Told apart by size: a camera that counts in hundreds never reports a plate it is one per cent sure of.
 */
export function confidence(value: Json | undefined): number | null {
  const stated = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof stated !== 'number' || !(stated >= 0 && stated <= 100)) return null
  return rounded(stated > 1 ? stated / 100 : stated)
}

/** Confidence a maker documents as per cent, however small. */
export function percent(value: Json | undefined): number | null {
  if (typeof value !== 'number' || !(value >= 0 && value <= 100)) return null
  return rounded(value / 100)
}

/** Six places: more than any maker means, and free of the noise of dividing by a hundred. */
function rounded(fraction: number): number {
  return Math.round(fraction * 1e6) / 1e6
}
