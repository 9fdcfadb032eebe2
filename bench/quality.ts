import { writeFile } from 'node:fs/promises'
import { exitCodes, type CommandIo } from '../src/platform/cli/door.ts'
import { heldOutModel, statedModel } from './quality/cameras.ts'
import { chance } from './quality/chance.ts'
import { measure, type Result, type Sizes } from './quality/measure.ts'
import { anythingNear, commercialRule, exactRule, listOf, modelLearnedFrom, ourPolicy } from './quality/policies.ts'
import { tableOf } from './quality/table.ts'
import { aVehicle, type Vehicle } from './quality/traffic.ts'

const listedPlates = 100_000

/** Passages in one run; with 10 false alerts per million the count at a million is 10, give or take 6. */
const sizesByDefault: Sizes = { innocent: 1_000_000, listed: 100_000 }

/** Corrections from which the matrix is learned: about what three ports confirm in two years. */
const correctionsLearned = 20_000

const seed = 20_260_310

const runs = [
  { name: 'stated, independent', errors: statedModel, shared: 0 },
  { name: 'stated, 30% shared', errors: statedModel, shared: 0.3 },
  { name: 'stated, 70% shared', errors: statedModel, shared: 0.7 },
  { name: 'held out, independent', errors: heldOutModel, shared: 0 },
] as const

/** How many listed vehicles are found, and how many others are taken for one: one, two and three reads of a passage. */
export async function benchQuality(io: CommandIo, jsonFile: string | undefined): Promise<number> {
  const part = Number(process.env['BENCH_PART'] ?? 1)
  const sizes: Sizes = { innocent: Math.round(sizesByDefault.innocent * part), listed: Math.round(sizesByDefault.listed * part) }
  const results = measureAll(sizes, (line) => io.err(`${line}\n`))
  io.out(tableOf(results, { sizes, listedPlates, correctionsLearned, seed }))
  if (jsonFile !== undefined) await writeFile(jsonFile, `${JSON.stringify({ sizes, listedPlates, correctionsLearned, seed, results }, null, 2)}\n`)
  return exitCodes.done
}

function measureAll(sizes: Sizes, say: (line: string) => void): readonly Result[] {
  const onList = aList(listedPlates)
  const set = listOf(onList)
  const plates = new Set(onList.map(({ plate }) => plate))
  return runs.flatMap(({ name, errors, shared }, at) => {
    if (!name.includes(process.env['BENCH_CAMERAS'] ?? '')) return []
    say(name)
    const learned = modelLearnedFrom(correctionsLearned, errors, chance(seed + 50 + at))
    const policies = [
      exactRule(plates), commercialRule(plates),
      ourPolicy('juxta, working model', set),
      ourPolicy('juxta, learned matrix', set, { model: learned }),
      ourPolicy('juxta, learned, cameras that say how sure', set, { model: learned, sureReads: true }),
    ]
    return measure({ name, cameras: { errors, shared }, policies, onList, anyNear: (reads) => anythingNear(set, reads), sizes, by: chance(seed + 100 + at) })
  })
}

function aList(size: number): readonly Vehicle[] {
  const by = chance(seed)
  const byPlate = new Map<string, Vehicle>()
  while (byPlate.size < size) {
    const vehicle = aVehicle(by)
    byPlate.set(vehicle.plate, vehicle)
  }
  return [...byPlate.values()]
}
