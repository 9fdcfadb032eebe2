import { settledId } from '#platform/identity'

/**
 * The one hit that a crossing can give for an entry. Settled by the two, so that reads as they come in and a look back
 * that meet over the same vehicle write the same hit and never two.
 */
export function hitIdOf(crossingId: string, entryId: string): string {
  return settledId('hit', crossingId, entryId)
}
