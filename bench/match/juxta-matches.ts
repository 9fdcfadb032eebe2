import { buildMatchSet, list } from '../../src/border/watchlists/match-set/match-set.ts'
import { matchesOf } from '../../src/border/watchlists/match-set/matches-of.ts'
import { plate as plateOf } from '../../src/values/door.ts'
import type { Contender } from './contender.ts'

const evidenceOf = (read: string) => ({ plate: plateOf(read), country: null, confidence: null, characterConfidence: null, candidates: [] })
const listed = (plate: string) => ({ entryId: plate, plate: plateOf(plate), country: null })

/** What a port does with each read: what was found is also weighed against the best other explanation, and explained. */
export const juxtaMatches: Contender = {
  name: 'juxta, weighed and explained',
  settings: 'matchesOf as it ships; its answers are fewer, so they are not compared',
  platesMax: 1_000_000,
  tooMany: 'keeps an object for each entry, which a port does for its own lists only',
  build: async (plates) => {
    const set = buildMatchSet(plates.map(listed))
    const { near } = set.indexes
    return {
      find: (reads) => {
        let count = 0
        for (const read of reads) count += matchesOf(set, [evidenceOf(read)]).length
        return count
      },
      addAndFind: (plate) => {
        list(set, listed(plate))
        return matchesOf(set, [evidenceOf(plate)]).some(({ listed: { entryId } }) => entryId === plate)
      },
      memoryBytes: () => near.base.slots.byteLength + near.plates.words.byteLength + near.plates.live.byteLength,
      close: () => {},
    }
  },
}
