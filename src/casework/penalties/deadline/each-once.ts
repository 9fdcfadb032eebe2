import type { Citation } from '#values'

/** Several sentences often rest on the same provision. */
export function eachOnce(under: readonly Citation[]): readonly Citation[] {
  return [...new Map(under.map(({ cite, url }) => [cite, { cite, url }])).values()]
}
