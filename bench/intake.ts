import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exitCodes, type CommandIo } from '../src/platform/cli/door.ts'
import { ensureDatabase, migrate, migrationsIn, startEmbedded } from '../src/platform/database/door.ts'
import { load, type Run } from './intake/load.ts'
import { openSide, type Side } from './intake/side.ts'

/** Seconds at each rate: enough for a p99 that means something, and the whole within 90 seconds on two cores. */
const plan = [
  { ratePerSecond: 1, seconds: 10 },
  { ratePerSecond: 100, seconds: 8 },
  { ratePerSecond: 1000, seconds: 6 },
] as const

const warmUp = { ratePerSecond: 200, seconds: 2 }

/** Camera socket to board socket, at three rates, for Juxta and for a plain route that inserts one row a request. */
export async function benchIntake(io: CommandIo, jsonFile: string | undefined): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'juxta-bench-'))
  // Run by root, PostgreSQL is another user, who has to pass through.
  await chmod(folder, 0o755)
  const server = await startEmbedded(join(folder, 'database'), { durable: true })
  try {
    const runs = await measure(server.url, folder, io)
    io.out(tableOf(runs))
    if (jsonFile !== undefined) await writeFile(jsonFile, `${JSON.stringify({ runs, ratios: ratiosOf(runs) }, null, 2)}\n`)
    return exitCodes.done
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(url: (database: string) => string, folder: string, io: CommandIo): Promise<readonly Run[]> {
  await ensureDatabase(url('postgres'), 'bench')
  await migrate(url('bench'), await migrationsIn())
  const sides: readonly Side[] = [await openSide('juxta', url('bench'), folder), await openSide('peer', url('bench'), folder)]
  const runs: Run[] = []
  for (const side of sides) await load(side, warmUp.ratePerSecond, warmUp.seconds)
  for (const { ratePerSecond, seconds } of plan) {
    for (const side of sides) {
      io.err(`${side.name}: ${ratePerSecond} reads/s for ${seconds} s\n`)
      runs.push(await load(side, ratePerSecond, seconds))
    }
  }
  for (const side of sides) await side.close()
  return runs
}

function tableOf(runs: readonly Run[]): string {
  const rows = runs.map(({ side, ratePerSecond, sent, acknowledged, toAnswer, toBoard, neverShown }) =>
    [side, ratePerSecond, `${acknowledged}/${sent}`, toAnswer.medianMs, toAnswer.p99Ms, toBoard.medianMs, toBoard.p99Ms, neverShown].map((cell) => String(cell)))
  const head = ['side', 'reads/s', 'acknowledged', 'answer median ms', 'answer p99 ms', 'board median ms', 'board p99 ms', 'never shown']
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const lines = [head, ...rows].map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '))
  const ratios = ratiosOf(runs).map(({ ratePerSecond, answerMedian, answerP99, boardMedian, boardP99 }) =>
    `${ratePerSecond} reads/s, peer over juxta: answer median ${answerMedian}, p99 ${answerP99}; board median ${boardMedian}, p99 ${boardP99}`)
  return `${lines.join('\n')}\n\n${ratios.join('\n')}\n\nJuxta also understands, dedupes, joins crossings and matches watchlists before the board; the peer only inserts the row. Messages of about 1 kB without pictures.\n`
}

/** Above 1 Juxta is quicker. */
function ratiosOf(runs: readonly Run[]) {
  return plan.flatMap(({ ratePerSecond }) => {
    const [juxta, peer] = (['juxta', 'peer'] as const).map((side) => runs.find((run) => run.side === side && run.ratePerSecond === ratePerSecond))
    if (juxta === undefined || peer === undefined) return []
    const over = (mine: number, theirs: number): number => Math.round((theirs / mine) * 100) / 100
    return [{
      ratePerSecond,
      answerMedian: over(juxta.toAnswer.medianMs, peer.toAnswer.medianMs),
      answerP99: over(juxta.toAnswer.p99Ms, peer.toAnswer.p99Ms),
      boardMedian: over(juxta.toBoard.medianMs, peer.toBoard.medianMs),
      boardP99: over(juxta.toBoard.p99Ms, peer.toBoard.p99Ms),
    }]
  })
}
