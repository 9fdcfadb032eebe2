import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exitCodes, type CommandIo } from '../src/platform/cli/door.ts'
import { ensureDatabase, migrate, migrationsIn } from '../src/platform/database/door.ts'
import { load, type Run } from './intake/load.ts'
import { openSide, type Side } from './intake/side.ts'
import { benchCameras } from './intake/bench-cameras.ts'
import { machine } from './kit/machine.ts'
import { inScratchFolder, withServer } from './kit/scratch.ts'
import { aligned } from './kit/table.ts'

/**
 * Seconds at each rate: enough for a p99 that means something, and the whole within two minutes on two cores. A thousand reads a second are
 * spread over lanes, as they would be, and then all put into one, where every read is compared with the most vehicles.
 */
const plan = [
  { ratePerSecond: 1, seconds: 10, lanes: benchCameras.length },
  { ratePerSecond: 100, seconds: 8, lanes: benchCameras.length },
  { ratePerSecond: 1000, seconds: 6, lanes: benchCameras.length },
  { ratePerSecond: 1000, seconds: 6, lanes: 1 },
] as const

/** Until both programs are compiled, their connections open and their tables no longer empty, they are measured for nothing. */
const warmUp = { ratePerSecond: 200, seconds: 3, lanes: benchCameras.length }

/** Camera socket to board socket, at three rates, for Juxta, for Juxta whose links prove themselves, and for a plain route that inserts one row a request. */
export async function benchIntake(io: CommandIo, jsonFile: string | undefined): Promise<number> {
  const runs = await inScratchFolder((folder) => withServer(join(folder, 'database'), { durable: true }, (url) => measure(url, folder, io)))
  io.out(tableOf(runs))
  if (jsonFile !== undefined) await writeFile(jsonFile, `${JSON.stringify({ runs, ratios: ratiosOf(runs) }, null, 2)}\n`)
  return exitCodes.done
}

async function measure(url: (database: string) => string, folder: string, io: CommandIo): Promise<readonly Run[]> {
  for (const database of ['bench', 'proven']) {
    await ensureDatabase(url('postgres'), database)
    await migrate(url(database), await migrationsIn())
  }
  const sides: readonly Side[] = [await openSide('juxta', url('bench'), folder), await openSide('juxta-proven', url('proven'), folder), await openSide('peer', url('bench'), folder)]
  const runs: Run[] = []
  for (const side of sides) await load(side, warmUp)
  for (const wanted of plan) {
    for (const side of sides) {
      io.err(`${side.name}: ${wanted.ratePerSecond} reads/s over ${wanted.lanes} lanes for ${wanted.seconds} s\n`)
      runs.push(await load(side, wanted))
    }
  }
  for (const side of sides) await side.close()
  return runs
}

const meaning = `Each delay counts from the moment a message was due at the camera: "answer" until the camera is told that it is kept, "board" until an open
stream of server-sent events shows it. Juxta's stream is told by the database after a read has been understood, recognised if sent twice,
joined to its crossing and held against the watchlists; the peer's after its row is inserted. Same PostgreSQL, same durability (fsync on).
The lane board of the product follows the same notices and draws a flood a few times a second, a hit at once. Messages of about 1 kB
without pictures. "proven": each statement on a table that travels leaves a touch, and once a second a page counts and hashes what was touched; nobody
is at the other end, so what sending costs is not in it. Processor time is the kernel's count, of the program and of all of PostgreSQL. Whatever else the machine does is in the figures: the load average says how much that was.
`

function tableOf(runs: readonly Run[]): string {
  const rows = runs.map(({ side, ratePerSecond, lanes, sent, acknowledged, toAnswer, toBoard, neverShown, processorMicrosPerRead: micros }) =>
    [side, ratePerSecond, lanes, `${acknowledged}/${sent}`, toAnswer.medianMs, toAnswer.p99Ms, toBoard.medianMs, toBoard.p99Ms, neverShown, micros.program, micros.database])
  const head = ['side', 'reads/s', 'lanes', 'acknowledged', 'answer median ms', 'answer p99 ms', 'board median ms', 'board p99 ms', 'never shown', 'program us a read', 'database us a read']
  const ratios = ratiosOf(runs).map(({ ratePerSecond, lanes, answerMedian, answerP99, boardMedian, boardP99 }) =>
    `${ratePerSecond} reads/s over ${lanes} lanes, peer over juxta: answer median ${answerMedian}, p99 ${answerP99}; board median ${boardMedian}, p99 ${boardP99}`)
  return `${aligned(head, rows)}\n\n${ratios.join('\n')}\n\n${machine()}\n${meaning}`
}

/** Above 1 Juxta is quicker. */
function ratiosOf(runs: readonly Run[]) {
  return plan.flatMap(({ ratePerSecond, lanes }) => {
    const [juxta, peer] = (['juxta', 'peer'] as const).map((side) => runs.find((run) => run.side === side && run.ratePerSecond === ratePerSecond && run.lanes === lanes))
    if (juxta === undefined || peer === undefined) return []
    const over = (mine: number, theirs: number): number => Math.round((theirs / mine) * 100) / 100
    return [{
      ratePerSecond,
      lanes,
      answerMedian: over(juxta.toAnswer.medianMs, peer.toAnswer.medianMs),
      answerP99: over(juxta.toAnswer.p99Ms, peer.toAnswer.p99Ms),
      boardMedian: over(juxta.toBoard.medianMs, peer.toBoard.medianMs),
      boardP99: over(juxta.toBoard.p99Ms, peer.toBoard.p99Ms),
    }]
  })
}
