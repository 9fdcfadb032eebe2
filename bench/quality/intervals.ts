/** The exact 95% interval of a rate of which `count` were seen (Garwood 1936, by Wilson and Hilferty's approximation). */
export function poissonInterval(count: number): readonly [number, number] {
  const bound = (of: number, z: number): number => of * (1 - 1 / (9 * of) + z / (3 * Math.sqrt(of))) ** 3
  return [count === 0 ? 0 : bound(count, -1.96), bound(count + 1, 1.96)]
}

/** Wilson's 95% interval of a share. */
export function shareInterval(found: number, of: number): readonly [number, number] {
  const [z, share] = [1.96, found / of]
  const centre = (share + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  return [Math.max(0, centre - half), Math.min(1, centre + half)]
}
