import type { Contender } from './contender.ts'
import { heldAgainst } from './held-against.ts'

/** Brute force: what every other answer is compared with. */
export const everyPlate: Contender = {
  name: 'every plate in turn',
  settings: 'each read held against each plate by the same function that verifies everybody’s candidates',
  build: async (plates) => {
    const all = [...plates]
    return {
      find: (reads) => reads.reduce((count, read) => count + heldAgainst(read, all).length, 0),
      answers: async (reads) => reads.map((read) => heldAgainst(read, all)),
      addAndFind: (plate) => {
        all.push(plate)
        return heldAgainst(plate, all).includes(plate)
      },
      memoryBytes: () => all.reduce((bytes, { length }) => bytes + length, 0),
      close: () => {},
    }
  },
}
