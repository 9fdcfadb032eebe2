/** Whether two sets of answers say the same, whatever order the database keeps their keys in. */
export function sameAnswers(one: unknown, other: unknown): boolean {
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') return one === other
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => sameAnswers(one[key as never], other[key as never]))
}
