import { keepPlate, packedPlates, plateAt } from '../../src/border/watchlists/plate-index/packed-plates.ts'
import type { Contender } from './contender.ts'
import { heldAgainstAll } from './held-against.ts'

/** Brute force: what every other answer is compared with. */
export const everyPlate: Contender = {
  name: 'every plate in turn',
  settings: 'each read held against each plate by the same function that verifies everybody’s candidates',
  build: async (plates) => {
    const all = packedPlates()
    for (const plate of plates) keepPlate(all, plate)
    return {
      find: (reads) => reads.reduce((count, read) => count + heldAgainstAll(read, all).length, 0),
      answers: async (reads) => reads.map((read) => heldAgainstAll(read, all).map((place) => plateAt(all, place))),
      addAndFind: (plate) => {
        const added = keepPlate(all, plate)
        return heldAgainstAll(plate, all).includes(added)
      },
      memoryBytes: () => all.words.byteLength,
      close: () => {},
    }
  },
}
