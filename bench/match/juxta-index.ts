import { workingModel } from '../../src/border/watchlists/reading-errors/error-model.ts'
import { buildBase } from '../../src/border/watchlists/plate-index/build-base.ts'
import { nearPlates } from '../../src/border/watchlists/plate-index/near-plates.ts'
import { plateAt } from '../../src/border/watchlists/plate-index/packed-plates.ts'
import { addForBase, addPlate, orderBase, plateIndex, takeBase, type PlateIndex } from '../../src/border/watchlists/plate-index/plate-index.ts'
import { costMax, type Contender } from './contender.ts'

const within = { model: workingModel, costMax }

export const juxtaIndex: Contender = {
  name: 'juxta',
  settings: 'plate-index as it ships: one edit, 9 keys a bucket of 16, verified',
  build: async (plates) => {
    const index = plateIndex(1)
    for (const plate of plates) addForBase(index, plate)
    takeBase(index, buildBase(orderBase(index)), 0)
    return {
      find: (reads) => {
        let count = 0
        for (const plate of reads) count += nearPlates(index, { plate, characterConfidence: null }, within).length
        return count
      },
      answers: async (reads) => reads.map((read) => near(index, read)),
      addAndFind: (plate) => {
        const place = addPlate(index, plate)
        return nearPlates(index, { plate, characterConfidence: null }, within).some((each) => each.place === place)
      },
      memoryBytes: () => [index.base.slots, index.recent.slots, index.plates.words, index.plates.live].reduce((bytes, { byteLength }) => bytes + byteLength, 0),
      close: () => {},
    }
  },
}

function near(index: PlateIndex, read: string): readonly string[] {
  return nearPlates(index, { plate: read, characterConfidence: null }, within).map(({ place }) => plateAt(index.plates, place))
}
